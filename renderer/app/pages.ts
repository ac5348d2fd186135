/** Pages in the order of the navigation, which is also that of Ctrl+1 … Ctrl+4. */
export const pages = ['home', 'ledger', 'import', 'statistics'] as const
export type PageName = (typeof pages)[number]
