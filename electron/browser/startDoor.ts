import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Output } from '../../shared/contract/index'
import { failureSentence } from '../../shared/text/failureSentence'
import { connectOffice, type OfficeConnection } from '../host/connectOffice'
import { defaultDataFolder } from '../host/defaultDataFolder'
import { fileLog } from '../host/fileLog'
import { fillSample } from '../host/fillSample'
import { systemClock } from '../host/systemClock'
import type { BrowserOptions } from './browserOptions'
import { createDoor } from './createDoor'
import { doorText } from './doorText'
import type { Ending } from './ending'
import { announceInstance, runningInstance, withdrawInstance } from './instanceFile'
import { officeWorker } from './officeWorker'
import { Refused } from './refused'
import { readStaticFiles } from './staticFiles'

export interface DoorHost {
  /** Folder of the built program, beside it the built renderer. */
  programFolder: string
  /** Folder with package.json and resources/. */
  projectFolder: string
  ending: Ending
  say(line: string): void
  /** The office ended without being asked. */
  onOfficeLost(): void
}

export interface StartedDoor {
  address: string
  /** Another process serves this folder already; nothing was started. */
  isElsewhere: boolean
}

/** Opens the office on its data folder and a door to it. Rejects with Refused when a person has to do something. */
export async function startDoor(options: BrowserOptions, host: DoorHost): Promise<StartedDoor> {
  const { ending, programFolder, projectFolder } = host
  const dataFolder = await chooseFolder(options, ending)

  const running = await runningInstance(dataFolder)
  if (running) return { address: running, isElsewhere: true }

  const rendererFolder = options.renderer ?? join(programFolder, '..', 'renderer')
  const files = await readStaticFiles(rendererFolder).catch(() => undefined)
  if (!files?.has('/')) throw new Refused(doorText.notBuilt(rendererFolder))

  const office = await openOffice(dataFolder, options.demo, host)
  await tellDamage(office, dataFolder, host)
  if (options.demo) {
    host.say(doorText.fillingSample)
    const failure = await fillSample(office.dispatch, join(projectFolder, 'resources', 'sample-district'))
    if (failure) host.say(doorText.sampleRefused(failureSentence(failure)))
  }

  const door = createDoor({ office, files, log: fileLog(dataFolder, systemClock.now) })
  const address = await door.listen(options.port).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') throw new Refused(doorText.portTaken(options.port))
    if (error.code === 'EACCES') throw new Refused(doorText.portRefused(options.port))
    throw error
  })
  ending.add(() => door.close())
  await announceInstance(dataFolder, address)
  ending.add(() => withdrawInstance(dataFolder))
  return { address, isElsewhere: false }
}

/** The page shows what can be done about it; whoever looks at the terminal is told why it does. */
async function tellDamage(office: OfficeConnection, dataFolder: string, host: DoorHost): Promise<void> {
  const reply = await office.dispatch('recovery.state', {})
  const { failure } = reply.ok ? (reply.value as Output<'recovery.state'>) : { failure: null }
  if (!failure) return
  host.say(failureSentence({ ...failure, details: { folder: dataFolder, ...failure.details } }))
  host.say(doorText.recovery)
}

async function chooseFolder(options: BrowserOptions, ending: Ending): Promise<string> {
  if (!options.demo) return options.data ?? defaultDataFolder()
  const folder = await mkdtemp(join(tmpdir(), 'ledger-demo-'))
  ending.add(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

async function openOffice(dataFolder: string, demo: boolean, host: DoorHost): Promise<OfficeConnection> {
  const { ending, programFolder, projectFolder } = host
  const log = fileLog(dataFolder, systemClock.now)
  const worker = officeWorker(join(programFolder, 'officeThread.js'), log)
  ending.add(() => worker.terminate())
  const { version } = JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8')) as { version: string }
  const opened = await connectOffice(worker, { dataFolder, version, demo }, log)
  if (!opened.ok) {
    const { details } = opened.failure
    throw new Refused(failureSentence({ ...opened.failure, details: { folder: dataFolder, ...details } }))
  }
  ending.add(() => opened.office.close())
  worker.onEnd(() => {
    if (!ending.hasBegun) host.onOfficeLost()
  })
  return opened.office
}
