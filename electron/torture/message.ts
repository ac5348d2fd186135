/** What the tortured office says, one line of JSON each, written before anything else happens. */
export type Said =
  /** It is open; waits to be told to go on. */
  | { type: 'opened'; failure: string | null; broken: string[] }
  | { type: 'begin'; work: string; /** For a restore: every row of the copy. */ becomes?: [string, string][] }
  /** Acknowledged; what of the rows became different, null for those that are gone. */
  | { type: 'done'; work: string; refused: string | null; changed: [string, string | null][] }
