import type { SettingPreview } from '../../../shared/contract/setting'
import { addS1 } from '../../../shared/domain/s1'
import { s1Figures, type S1Figures } from '../../../shared/domain/statistics/s1Figures'
import {
  sameSetting,
  settingDifferences,
  withChanges,
  type OfficeSettings,
  type SettingChanges,
  type SettingDifference,
  type SettingGroup,
} from '../../../shared/domain/officeSettings'
import { settingField, shownSetting } from '../../../shared/domain/settingFields'
import { checkSettings } from '../../../shared/domain/settingRules'
import type { EntityManager } from '../db/gate'
import { auditRepository } from '../db/repositories/auditRepository'
import { orgRepository, type OrgRecord } from '../db/repositories/orgRepository'
import { countRuleDifferences } from '../db/repositories/ruleDifference'
import { s1Repository } from '../db/repositories/s1Repository'
import type { Services } from '../dispatch'
import { checkTitles } from '../import/checkTitles'
import { OfficeError } from '../officeError'
import { chasedStanding } from './describeOrg'
import { groupBy } from './groupBy'
import { checkRecords, settledChecks, settledKinds } from './quality/checkRecords'
import { readQualityFacts } from './quality/qualityFacts'
import type { ServiceContext } from './serviceContext'
import { readSettings, writeSettings } from './settings'

type SettingServices = Pick<Services, 'setting.get' | 'setting.preview' | 'setting.save'>

/** Names, thresholds and words of the district, and what a change of them would do. */
export function createSettingService(context: ServiceContext): SettingServices {
  const { gate, ports } = context
  return {
    'setting.get': () => context.settings(),

    'setting.preview': ({ settings }) =>
      gate.read(async (manager) => {
        const before = await readSettings(manager)
        const after = withChanges(before, settings)
        refuseFaults(after, settings)
        return preview(manager, before, after, ports.clock.today())
      }),

    async 'setting.save'({ settings, seen, operator }) {
      const { after, differences } = await gate.write(async (manager) => {
        const before = await readSettings(manager)
        refuseOverwriting(before, seen ?? {})
        const after = withChanges(before, settings)
        refuseFaults(after, settings)
        const differences = settingDifferences(before, after)
        if (differences.length > 0) {
          await writeSettings(manager, after, groupsOf(differences), ports.clock.now())
          await writeLog(manager, differences, operator, ports.clock.now())
        }
        return { after, differences }
      })
      if (differences.length > 0) context.changed(groupsOf(differences).has('names') ? ['setting', 'office'] : ['setting'])
      return after
    },
  }
}

function groupsOf(differences: readonly SettingDifference[]): Set<SettingGroup> {
  return new Set(differences.map(({ group }) => group))
}

/** Only of the groups that are to change: an office that is not yet set up has no name, and may change the rest. */
function refuseFaults(after: OfficeSettings, changes: SettingChanges): void {
  const findings = checkSettings(after).filter(({ group }) => changes[group] !== undefined)
  if (findings.length === 0) return
  const issues = findings.map(({ group, name, message }) => ({ path: ['settings', group, name], code: 'setting', message }))
  throw new OfficeError('invalid', { reason: 'setting' }, issues)
}

function refuseOverwriting(present: OfficeSettings, seen: SettingChanges): void {
  const [gone] = settingDifferences(present, withChanges(present, seen))
  if (!gone) return
  const field = settingField(gone.group, gone.name)
  if (!field || sameSetting(gone.before, gone.after)) return
  throw new OfficeError('conflict', { reason: 'setting', setting: field.label, current: shownSetting(field, gone.before, present.words) })
}

/** 操作日志: one entry, each changed setting a change named group.name. */
async function writeLog(
  manager: EntityManager,
  differences: readonly SettingDifference[],
  operator: string,
  at: string,
): Promise<void> {
  const labels = differences.map(({ group, name }) => settingField(group, name)?.label ?? name)
  const changes = differences.map(({ group, name, before, after }) => ({ field: `${group}.${name}`, before, after }))
  const label = `设置：${labels.join('、')}`
  await auditRepository.append(manager, [{ at, operator, action: '设置', entity: 'setting', label, changes }], at)
}

/** The figures of today under both sets of settings, made by the statistics themselves. */
async function preview(
  manager: EntityManager,
  before: OfficeSettings,
  after: OfficeSettings,
  today: string,
): Promise<SettingPreview> {
  const old = await s1Repository.counts(manager, today, before.rules)
  const counts = await s1Repository.counts(manager, today, after.rules)
  const figures = new Map(counts.map((unit): [number, S1Figures] => [unit.unitId, s1Figures(unit)]))
  const orgs = await orgRepository.list(manager, { asOf: today })
  const ending = ({ reminders }: OfficeSettings): number => countEnding(orgs, today, reminders.electionMonths)
  return {
    cutOff: today,
    before: s1Figures(addS1(old)),
    after: s1Figures(addS1(counts)),
    units: old.map((unit) => {
      const figuresBefore = s1Figures(unit)
      return {
        unitId: unit.unitId,
        unit: unit.unitName,
        before: figuresBefore,
        after: figures.get(unit.unitId) ?? figuresBefore,
      }
    }),
    changed: await countRuleDifferences(manager, today, before.rules, after.rules),
    checks: await changedChecks(manager, before, after, today),
    elections: { before: ending(before), after: ending(after) },
  }
}

function countEnding(orgs: readonly OrgRecord[], today: string, months: number): number {
  return orgs.filter((org) => chasedStanding(org, today, months)?.state === '即将届满').length
}

async function changedChecks(
  manager: EntityManager,
  before: OfficeSettings,
  after: OfficeSettings,
  today: string,
): Promise<SettingPreview['checks']> {
  if (sameSetting([before.rules, before.limits], [after.rules, after.limits])) return []
  const facts = await readQualityFacts(manager, { settings: before, today }, settledKinds)
  const numbers = async (settings: OfficeSettings): Promise<Map<string, number>> => {
    const codes = groupBy(await checkRecords(facts, settings, settledChecks), ({ code }) => code)
    return new Map([...codes].map(([code, found]) => [code, found.length]))
  }
  const [now, then] = [await numbers(before), await numbers(after)]
  return [...new Set([...now.keys(), ...then.keys()])]
    .map((code) => ({ code, title: checkTitles[code] ?? code, before: now.get(code) ?? 0, after: then.get(code) ?? 0 }))
    .filter((check) => check.before !== check.after)
    .sort((a, b) => a.code.localeCompare(b.code))
}
