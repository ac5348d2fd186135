/** What a command says when it is done. */
export interface Answer {
  /** Printed with --json. */
  value: unknown
  /** Printed without. */
  text: string
  /** Whether problems are listed in it: exit code 1. */
  problems: boolean
}

export const exitCode = { done: 0, problems: 1, usage: 2, refused: 3, interrupted: 130 } as const
