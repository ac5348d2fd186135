/** Ends a script with a sentence for the person at the keyboard instead of a stack trace. */
export class Stop extends Error {
  /**
   * @param {string} sentence what happened and what to do next
   * @param {number} exitCode
   */
  constructor(sentence, exitCode = 1) {
    super(sentence)
    this.exitCode = exitCode
  }
}

/** @param {string} line shown on stderr, so that stdout belongs to the command's own answer */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/**
 * Runs a script's body; its number is the exit code.
 * @param {() => Promise<number>} body
 */
export async function runScript(body) {
  try {
    process.exitCode = await body()
  } catch (error) {
    if (error instanceof Stop) {
      say(error.message)
      process.exitCode = error.exitCode
    } else {
      say(`脚本出错：${error instanceof Error ? error.message : String(error)}`)
      if (process.env.LEDGER_DEBUG && error instanceof Error) say(error.stack ?? '')
      process.exitCode = 1
    }
  }
}
