/** What opens an encrypted ledger. */
export interface LedgerKey {
  /** The first 16 bytes of its file (`ledgerSalt.ts`). */
  salt: Buffer
  /** 32 bytes. */
  key: Buffer
}
