import type { ImportPolicy } from '../../../shared/contract/import'
import type { Problem } from '../../../shared/contract/problem'
import type { CoverageRules } from '../../../shared/domain/coverage'
import { departedStatuses } from '../../../shared/domain/valueDomain'
import { acceptsKnown } from './acceptKnown'
import { checkEntries } from './checkEntries'
import type { CheckLimits, OfficeSettings } from '../../../shared/domain/officeSettings'
import type { KnownEnterprise, KnownLedger } from './knownLedger'
import { settleSince, takeSinceIssued } from './issued/takeSinceIssued'
import { enterpriseMatcher, type Match } from './matchEnterprise'
import { additionOf, changesOf } from './planChanges'
import { reporter, rowKey, type PlanEntry, type PlanFile, type Report } from './planEntry'
import { liaisonPlanner, type PlannedLiaison } from './planLiaisons'
import { orgPlanner, type PlannedOrg } from './planOrgs'
import { nameKey } from '../text/nameKey'
import type { LedgerSheetRow } from './readRows'
import { isRepeated, noRows } from './repeatedRow'
import { refuseSharedSingles } from './sharedSingles'
import type { KnownUnit } from './unitIndex'

export interface Plan {
  policy: ImportPolicy
  erases: boolean
  entries: PlanEntry[]
  orgs: readonly PlannedOrg[]
  liaisons: readonly PlannedLiaison[]
  /** Of the files' units, in the ledger but in none of the files. */
  absent: readonly KnownEnterprise[]
  fileProblems: (Problem & { fileId: string })[]
}

export interface PlanSettings {
  policy: ImportPolicy
  /** 空白也覆盖: a blank cell empties what the enterprise itself says, keys left out. */
  erases?: boolean
  /** Rows (`rowKey`) that speak for an enterprise where rows of several units do; else the first of them does. */
  prefer?: ReadonlySet<string>
  rules: CoverageRules
  limits: CheckLimits
  /** What the district calls things. */
  wording: Pick<OfficeSettings, 'words' | 'deliveryLabels'>
  today: string
}

/** How many of the rows are planned and checked. */
export interface PlanStep {
  done: number
  total: number
}

/** Rows planned or checked from one step to the next. */
const step = 1000

/** The plan at once; progress is told on the way. */
export function planImport(files: readonly PlanFile[], ledger: KnownLedger, settings: PlanSettings & { progress(done: number, total: number): void }): Plan {
  const steps = planSteps(files, ledger, settings)
  for (;;) {
    const next = steps.next()
    if (next.done) return next.value
    settings.progress(next.value.done, next.value.total)
  }
}

/**
 * Holds the rows of all files against the ledger and says, row by row, what a commit would do. Pure: it writes
 * nothing, and the same input gives the same plan. Whoever draws the steps may take a breath between them, or stop.
 */
export function* planSteps(files: readonly PlanFile[], ledger: KnownLedger, settings: PlanSettings): Generator<PlanStep, Plan> {
  const match = enterpriseMatcher(ledger.enterprises, ledger.regionName)
  const byId = new Map(ledger.enterprises.map((known) => [known.id, known]))
  const orgs = orgPlanner(ledger.orgs, settings.wording.words)
  const liaisons = liaisonPlanner(ledger.liaisons)
  const seen = noRows()
  const entries: PlanEntry[] = []
  const total = files.reduce((sum, file) => sum + file.rows.length, 0)

  let planned = 0
  for (const [at, file, row] of inTurn(files, settings.prefer ?? new Set())) {
    entries[at] = planRow(file, row)
    if (++planned % step === 0) yield { done: Math.floor(planned / 2), total }
  }
  refuseSharedSingles(entries, ledger)
  for (const entry of entries) finish(entry)
  for (const checked of checkEntries(entries, ledger, settings)) {
    if (checked % step === 0) yield { done: Math.floor((total + checked) / 2), total }
  }
  yield { done: total, total }

  const met = new Set(entries.map((entry) => entry.known?.id))
  const units = new Set(entries.filter((entry) => entry.action !== 'skip').map((entry) => entry.unit?.id))
  return {
    policy: settings.policy,
    erases: settings.erases ?? false,
    entries,
    orgs: [...orgs.planned.values()].filter((org) => org.covers > 0),
    liaisons: [...liaisons.planned.values()],
    absent: ledger.enterprises.filter(
      (known) => units.has(known.unitId) && !met.has(known.id) && !departedStatuses.includes(known.operatingStatus),
    ),
    fileProblems: files.flatMap((file) => [...statesLocked(file, ledger), ...countJumps(file, entries, { ledger, percent: settings.limits.jumpPercent })]),
  }

  function planRow(file: PlanFile, row: LedgerSheetRow): PlanEntry {
    const entry: PlanEntry = {
      file, row, action: 'skip', known: null, unit: row.unit, facts: row.values, nameKey: '', changes: [], added: {}, org: null, liaison: null,
      conflicts: [], keep: file.keepOf(row), rival: null, problems: [...row.problems],
    }
    if (row.blocked) return entry
    const report = reporter(entry)
    const found = settleAndMatch(entry, report)
    if (isRepeated(entry, seen, report)) return entry
    if (found.by === 'nothing' && row.issuedId !== null) {
      report('V-47', 'warning', 'enterpriseName', '该企业在表格发放后已从台账删除，本行未导入；确需恢复请在回收站办理')
      return entry
    }
    takeSinceIssued(entry, settings.policy)
    if (found.by === 'nothing') {
      if (found.lookalike) report('V-05', 'warning', 'enterpriseName', `与台账中的“${found.lookalike.enterpriseName}”名称相近，按新企业登记；若是同一企业请先更正名称`)
    } else if (!acceptsKnown(entry, found.enterprise, found.by, report)) return entry

    entry.action = entry.known ? 'same' : 'add'
    if (entry.known && settings.policy === 'add') return entry
    const orgName = file.orgNameOf(row)
    if (orgName !== null) entry.facts = { ...entry.facts, partyOrgName: orgName }
    if (entry.facts.hasPartyOrg === true && entry.unit) {
      entry.org = orgs.add({
        facts: entry.facts, months: row.months, enterpriseName: entry.known?.enterpriseName ?? entry.facts.enterpriseName ?? '',
        unitId: entry.unit.id, unitName: entry.unit.name, statedOn: file.filledOn, known: entry.known, report,
      })
      reportGaps(entry.org, entry, report)
    }
    entry.liaison = liaisons.add(entry.facts, entry.known)
    return entry
  }

  /** By the record a row was sent out as, then by what it says. */
  function settleAndMatch(entry: PlanEntry, report: Report): Match {
    const { file, row } = entry
    const issued = row.issuedId === null ? undefined : file.issued?.get(row.issuedId)
    entry.facts = settleSince(row.values, issued?.values, report)
    entry.nameKey = nameKey(entry.facts.enterpriseName ?? '')
    const sent = row.issuedId === null ? undefined : byId.get(row.issuedId)
    const found: Match = sent ? { by: 'id', enterprise: sent } : match(entry.facts.creditCode, entry.nameKey)
    if (found.by !== 'nothing') entry.known = found.enterprise
    return found
  }

  function finish(entry: PlanEntry): void {
    if (entry.action === 'skip' || (entry.known && settings.policy === 'add')) return
    if (!entry.known) entry.added = additionOf(entry)
    else entry.changes = changesOf(entry, entry.known, settings)
    if (entry.changes.length > 0) entry.action = 'change'
  }
}

/** Rows with their place among all: the preferred ones come first, for the first row of an enterprise stands. */
function* inTurn(files: readonly PlanFile[], prefer: ReadonlySet<string>): Generator<[at: number, PlanFile, LedgerSheetRow]> {
  for (const isPreferred of prefer.size > 0 ? [true, false] : [false]) {
    let at = -1
    for (const file of files) {
      for (const row of file.rows) {
        at++
        if (prefer.size === 0 || prefer.has(rowKey({ fileId: file.fileId, sheet: row.sheet, row: row.row })) === isPreferred) yield [at, file, row]
      }
    }
  }
}

/** What the plan fills in itself, so that no later check can miss it: a name, a mode. */
function reportGaps(org: PlannedOrg, entry: PlanEntry, report: Report): void {
  if (org.unverified) report('V-13', 'warning', 'partyOrgName', `已建党组织但名称为空，先以“${org.name}”登记，标为待核实`)
  if (entry.facts.orgMode === undefined && !entry.known?.orgMode) {
    report('V-14', 'warning', 'orgMode', '已建党组织但组建方式为空，按覆盖的企业数登记：一家为单独组建，多家为联合组建')
  }
}

/** V-41: a sheet of a time whose figures were reported; what was locked is never changed. */
function statesLocked({ fileId, filledOn }: PlanFile, { locked }: KnownLedger): (Problem & { fileId: string })[] {
  if (!locked || filledOn === null || filledOn > locked.cutOffOn) return []
  return [{
    fileId, sheet: null, row: null, column: null, code: 'V-41', level: 'warning',
    message: `填报时间 ${filledOn} 在已锁定的“${locked.label}”(截至 ${locked.cutOffOn})之内：已锁定的数字不会改变，写入只影响现在的台账`,
  }]
}

interface JumpScene {
  ledger: KnownLedger
  /** Difference from which on a reason is asked for. */
  percent: number
}

/** V-43: a file that brings far fewer or more enterprises, or members, of its unit than the ledger has. */
function countJumps(file: PlanFile, entries: readonly PlanEntry[], scene: JumpScene): (Problem & { fileId: string })[] {
  const own = entries.filter((entry) => entry.file === file && entry.action !== 'skip')
  const units = new Map(own.flatMap((entry) => (entry.unit ? [[entry.unit.id, entry.unit]] : [])))
  return [...units.values()].flatMap((unit) => {
    const message = jumpOf(unit, own.filter((entry) => entry.unit?.id === unit.id), scene)
    return message === null ? [] : [{ fileId: file.fileId, sheet: null, row: null, column: null, code: 'V-43', level: 'warning' as const, message }]
  })
}

/** The members are asked about only where the enterprises agree: with other enterprises they differ anyway. */
function jumpOf(unit: KnownUnit, own: readonly PlanEntry[], { ledger, percent }: JumpScene): string | null {
  const known = ledger.enterprises.filter(({ unitId, operatingStatus }) => unitId === unit.id && !departedStatuses.includes(operatingStatus))
  const differs = (now: number, before: number): boolean => before >= 5 && Math.abs(now - before) * 100 > before * percent
  const asked = `相差超过 ${percent}%，请问明原因`
  if (differs(own.length, known.length)) return `“${unit.name}”本次填报 ${own.length} 家，台账中在册 ${known.length} 家，${asked}`
  const stated = own.flatMap(({ facts }) => (typeof facts.formalMembers === 'number' ? [facts.formalMembers] : []))
  const [now, before] = [sum(stated), sum(known.map(({ formalMembers }) => formalMembers ?? 0))]
  if (stated.length < own.length || !differs(now, before)) return null
  return `“${unit.name}”本次填报正式党员合计 ${now} 名，台账中 ${before} 名，${asked}`
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
