/** Cards and letters that are printed at once: more than a binder holds are printed in parts. */
export const mostDocuments = 500
