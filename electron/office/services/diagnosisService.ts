import { statSync } from 'node:fs'
import { arch, availableParallelism, homedir, platform, release, totalmem } from 'node:os'
import type { Diagnosis } from '../../../shared/contract/diagnosis'
import { nationalSettings, settingDifferences, type OfficeSettings } from '../../../shared/domain/officeSettings'
import { settingField, type SettingType } from '../../../shared/domain/settingFields'
import { tableRepository } from '../db/repositories/tableRepository'
import type { FolderServices } from '../dispatch'
import type { Fault } from '../keepFaults'
import type { FolderContext } from './folderContext'

/** Settings whose values are numbers, ticks or words of closed lists. */
const toldTypes: ReadonlySet<SettingType['type']> = new Set(['count', 'flag', 'choice', 'statuses', 'picks', 'bounds'])

/** 诊断信息 of this computer and its ledger, for whoever helps; nothing in it comes from a record. */
export function createDiagnosisService(
  { files, ports, backups, present }: FolderContext,
  faults: () => Fault[],
): Pick<FolderServices, 'diagnosis.get'> {
  return {
    async 'diagnosis.get'() {
      const gate = present.gate()
      const settings = await present.settings()
      const copies = backups.list()
      const ledger =
        gate &&
        (await gate.read(async (manager) => ({
          sqlite: await tableRepository.engineVersion(manager),
          tables: await tableRepository.rowCounts(manager),
        })))
      return {
        at: ports.clock.now(),
        version: ports.version,
        node: process.versions.node,
        sqlite: ledger?.sqlite ?? null,
        system: `${platform()} ${arch()} ${release()}`,
        processors: availableParallelism(),
        memory: Math.round((totalmem() / 2 ** 30) * 10) / 10,
        demo: ports.demo,
        folder: withoutUser(ports.dataFolder),
        bytes: statSync(files.ledger, { throwIfNoEntry: false })?.size ?? null,
        failure: present.failure()?.code ?? null,
        tables: ledger?.tables ?? [],
        settings: settings ? ownSettings(settings) : [],
        backups: {
          copies: copies.length,
          last: copies[0]?.at ?? null,
          counts: copies[0]?.counts ?? null,
          failed: backups.failed()?.error.toFailure().code ?? null,
        },
        faults: faults(),
      }
    },
  }
}

/** People name their computer's account after themselves. */
function withoutUser(folder: string): string {
  const home = homedir()
  const short = home.length > 1 && folder.startsWith(home) ? `~${folder.slice(home.length)}` : folder
  return short.replace(/([\\/](?:Users|home)[\\/])[^\\/]+/, '$1…')
}

/** What a person typed as text is named, not told. */
function ownSettings(settings: OfficeSettings): Diagnosis['settings'] {
  return settingDifferences(nationalSettings, settings).map(({ group, name, after }) => {
    const type = settingField(group, name)?.type
    return { path: `${group}.${name}`, value: type !== undefined && toldTypes.has(type) ? String(after) : null }
  })
}
