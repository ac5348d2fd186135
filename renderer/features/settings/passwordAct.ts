/** What can be done to the 口令 of the ledger. */
export type PasswordAct = 'set' | 'change' | 'remove'
