import { join } from 'node:path'
import { failureSentence } from '../../shared/text/failureSentence'
import { browserOptions, type BrowserOptions } from './browserOptions'
import { doorText } from './doorText'
import { createEnding } from './ending'
import { openInBrowser } from './openInBrowser'
import { Refused } from './refused'
import { startDoor } from './startDoor'

/** Exit codes: 0 ended or already running, 1 the office was lost, 2 wrong options, 3 refused with a sentence. */
const exitCode = { ended: 0, lost: 1, options: 2, refused: 3 } as const

const ending = createEnding()
const say = (line: string): void => void process.stdout.write(`${line}\n`)

function exit(code: number, line: string): void {
  if (ending.hasBegun) return
  void ending.run().then(() => {
    if (code === exitCode.ended) say(line)
    else process.stderr.write(`${line}\n`)
    process.exit(code)
  })
}

async function open(options: BrowserOptions): Promise<void> {
  const { address, isElsewhere } = await startDoor(options, {
    programFolder: import.meta.dirname,
    projectFolder: join(import.meta.dirname, '..', '..'),
    ending,
    say,
    onOfficeLost: () => exit(exitCode.lost, doorText.officeLost),
  })
  if (ending.hasBegun) return
  say(isElsewhere ? doorText.alreadyOpen(address) : doorText.opened(address))
  if (options.demo) say(doorText.demo)
  if (!isElsewhere) say(doorText.howToStop)
  if (options.open) openInBrowser(address)
}

const parsed = browserOptions(process.argv.slice(2), process.cwd())
if (parsed.ok) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => exit(exitCode.ended, doorText.stopped))
  }
  open(parsed.options).catch((error: unknown) => {
    const unforeseen = (): string => `${failureSentence({ code: 'unexpected', details: {} })}\n${String(error)}`
    exit(exitCode.refused, error instanceof Refused ? error.message : unforeseen())
  })
} else {
  process.stderr.write(`${parsed.sentence}\n`)
  process.exitCode = exitCode.options
}
