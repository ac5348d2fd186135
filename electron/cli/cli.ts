import { chromiumPrinter } from '../host/chromiumPrinter'
import { fillSample } from '../host/fillSample'
import { fileLog } from '../host/fileLog'
import { forkReader } from '../host/forkReader'
import { systemClock } from '../host/systemClock'
import { createOffice } from '../office/createOffice'
import { OfficeError } from '../office/officeError'
import { failureSentence } from '../../shared/text/failureSentence'
import type { Failure } from '../../shared/contract/reply'
import { commands } from './commands/commands'
import { exitCode, type Answer } from './answer'
import { Refused, typedCalls } from './typedCalls'
import { openLedger } from './openLedger'
import { readArguments, type Arguments } from './readArguments'
import { stopOnInterrupt } from './stopOnInterrupt'
import { damagedWays, usage } from './usage'
import { join } from 'node:path'
import { version } from '../../package.json'

const root = join(import.meta.dirname, '..', '..')

/** Runs one command and says how it ended; never throws and never prints a stack. */
async function main(argv: readonly string[]): Promise<number> {
  const parsed = readArguments(argv, process.env['INIT_CWD'] ?? process.cwd())
  if (!parsed.ok) {
    process.stderr.write(`${parsed.problem}\n\n${usage}\n`)
    return exitCode.usage
  }
  const { args } = parsed
  const log = fileLog(args.data, systemClock.now)
  try {
    const office = await createOffice({
      dataFolder: args.data, clock: systemClock, log, emit: () => undefined, startReader: forkReader, printer: chromiumPrinter, version, demo: false,
    })
    const unwatch = stopOnInterrupt(office.dispatch, () => void office.close().finally(() => process.exit(exitCode.interrupted)))
    try {
      const call = typedCalls(office.dispatch)
      await openLedger(call, args)
      const answer = await commands[args.command](call, args, {
        fillSample: () => fillSample(office.dispatch, join(root, 'resources', 'sample-district')),
      })
      return print(answer, args)
    } finally {
      unwatch()
      await office.close()
    }
  } catch (error) {
    return refuse(toFailure(error, log), args)
  }
}

function print(answer: Answer, args: Arguments): number {
  process.stdout.write(args.json ? `${JSON.stringify(answer.value, null, 2)}\n` : `${answer.text}\n`)
  return answer.problems ? exitCode.problems : exitCode.done
}

function refuse(failure: Failure, args: Arguments): number {
  const sentence = failureSentence(failure)
  if (args.json) process.stdout.write(`${JSON.stringify({ failure, message: sentence }, null, 2)}\n`)
  else process.stderr.write(failure.code === 'damaged-database' ? `${sentence}\n${damagedWays}\n` : `${sentence}\n`)
  return exitCode.refused
}

function toFailure(error: unknown, log: ReturnType<typeof fileLog>): Failure {
  if (error instanceof Refused) return error.failure
  if (error instanceof OfficeError) return error.toFailure()
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  const reference = Date.now().toString(36)
  log({ level: 'error', message, reference, ...(stack ? { stack } : {}) })
  return { code: 'unexpected', details: {}, reference }
}

process.exitCode = await main(process.argv.slice(2))
