/** Rows of one document: more take a browser too long, and nobody reads them on paper. */
export const mostPrintedRows = 20_000

/** Cards and letters that are printed at once: more than a binder holds are printed in parts. */
export const mostDocuments = 500
