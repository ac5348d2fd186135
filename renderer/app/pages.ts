/** Pages reached by Ctrl+1 … Ctrl+4, in that order. */
export const pages = ['home', 'ledger', 'import', 'statistics'] as const
export type PageName = (typeof pages)[number]

/** The navigation: pages by name of their route, under small headings. A page without a route is left out. */
export const navigation = [
  { group: 'overview', pages: ['home', 'statistics', 'quality', 'forms'] },
  { group: 'ledgers', pages: ['ledger', 'partyOrgs', 'liaisons', 'deliveries', 'goals'] },
  {
    group: 'work',
    pages: ['unbuilt', 'followUps', 'activities', 'funds', 'decisions', 'proposals', 'targets', 'assessment'],
  },
  { group: 'system', pages: ['import', 'backups', 'trash', 'log', 'settings'] },
] as const
