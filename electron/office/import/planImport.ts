import type { ImportAction, ImportPolicy } from '../../../shared/contract/import'
import type { Problem, ProblemLevel } from '../../../shared/contract/problem'
import type { CoverageRules } from '../../../shared/domain/coverage'
import { departedStatuses } from '../../../shared/domain/valueDomain'
import { nameKey } from '../text/nameKey'
import { orgKey } from '../text/orgKey'
import { checkFacts, type CheckLimits } from './checkFacts'
import { columnLetter } from './columnLetter'
import { importFields, type ImportField, type ImportFields } from './importField'
import type { KnownEnterprise, KnownLedger } from './knownLedger'
import { enterpriseMatcher } from './matchEnterprise'
import { liaisonPlanner, type PlannedLiaison } from './planLiaisons'
import { orgFacts, orgPlanner, settledMode, type PlannedOrg } from './planOrgs'
import type { LedgerSheetRow } from './readRows'
import { settleFacts } from './settleFacts'
import type { KnownUnit } from './unitIndex'

export interface PlanFile {
  fileId: string
  name: string
  rows: readonly LedgerSheetRow[]
  /** The unit the file speaks for. */
  unit: KnownUnit | null
  /** 填报时间: the day its facts are stated for. */
  filledOn: string | null
  /** Sheet name → column index by field, to say where a finding lies and what the sheet could state. */
  columns: ReadonlyMap<string, ReadonlyMap<ImportField, number>>
}

export interface FieldChange {
  field: ImportField
  before: ImportFields[ImportField] | null
  after: ImportFields[ImportField]
}

/** One row of one file and what the commit would do with it. */
export interface PlanEntry {
  file: PlanFile
  row: LedgerSheetRow
  action: ImportAction
  known: KnownEnterprise | null
  unit: KnownUnit | null
  /** The row's facts after its cells were held against each other. */
  facts: Partial<ImportFields>
  changes: FieldChange[]
  org: PlannedOrg | null
  liaison: PlannedLiaison | null
  problems: Problem[]
}

export interface Plan {
  policy: ImportPolicy
  entries: PlanEntry[]
  orgs: readonly PlannedOrg[]
  liaisons: readonly PlannedLiaison[]
  /** Of the files' units, in the ledger but in none of the files. */
  absent: readonly KnownEnterprise[]
  fileProblems: (Problem & { fileId: string })[]
}

export interface PlanSettings {
  policy: ImportPolicy
  rules: CoverageRules
  limits: CheckLimits
  today: string
  progress(done: number, total: number): void
}

/** Share by which a unit's row count may differ from the ledger before it is asked about (V-43). */
const jump = 0.2

/**
 * Holds the rows of all files against the ledger and says, row by row, what a commit would do. Pure: it writes
 * nothing, and the same input gives the same plan.
 */
export function planImport(files: readonly PlanFile[], ledger: KnownLedger, settings: PlanSettings): Plan {
  const match = enterpriseMatcher(ledger.enterprises, ledger.regionName)
  const orgs = orgPlanner(ledger.orgs)
  const liaisons = liaisonPlanner(ledger.liaisons)
  const seen = new Map<string, PlanEntry>()
  const entries: PlanEntry[] = []
  const total = files.reduce((sum, file) => sum + file.rows.length, 0)

  for (const file of files) {
    for (const row of file.rows) {
      entries.push(planRow(file, row))
      if (entries.length % 1000 === 0) settings.progress(entries.length, total)
    }
  }
  refuseSharedSingles(entries)
  for (const entry of entries) finish(entry)
  checkEntries(entries, ledger, settings)
  settings.progress(total, total)

  const met = new Set(entries.map((entry) => entry.known?.id))
  const units = new Set(entries.filter((entry) => entry.action !== 'skip').map((entry) => entry.unit?.id))
  return {
    policy: settings.policy,
    entries,
    orgs: [...orgs.planned.values()].filter((org) => org.covers > 0),
    liaisons: [...liaisons.planned.values()],
    absent: ledger.enterprises.filter(
      (known) => units.has(known.unitId) && !met.has(known.id) && !departedStatuses.includes(known.operatingStatus),
    ),
    fileProblems: files.flatMap((file) => countJumps(file, entries, ledger)),
  }

  function planRow(file: PlanFile, row: LedgerSheetRow): PlanEntry {
    const entry: PlanEntry = {
      file, row, action: 'skip', known: null, unit: row.unit, facts: row.values, changes: [], org: null, liaison: null,
      problems: [...row.problems],
    }
    if (row.blocked) return entry
    const report = reporter(entry)
    entry.facts = settleFacts(row.values, report)
    const found = match(entry.facts)
    if (found.by !== 'nothing') entry.known = found.enterprise
    if (isRepeated(entry, seen, report)) return entry
    if (found.by === 'nothing') {
      if (found.lookalike) report('V-05', 'warning', 'enterpriseName', `与台账中的“${found.lookalike.enterpriseName}”名称相近，按新企业登记；若是同一企业请先更正名称`)
    } else if (!acceptsKnown(entry, found.enterprise, found.by, report)) return entry

    entry.action = entry.known ? 'same' : 'add'
    if (entry.known && settings.policy === 'add') return entry
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

  function finish(entry: PlanEntry): void {
    if (entry.action === 'skip' || (entry.known && settings.policy === 'add')) return
    entry.changes = changesOf(entry, settings.policy)
    if (entry.known && entry.changes.length > 0) entry.action = 'change'
  }
}

function reporter(entry: PlanEntry) {
  return (code: string, level: ProblemLevel, field: ImportField, message: string): void => {
    const column = entry.file.columns.get(entry.row.sheet)?.get(field)
    entry.problems.push({
      sheet: entry.row.sheet,
      row: entry.row.row,
      column: column === undefined ? null : columnLetter(column),
      code,
      level,
      message,
    })
  }
}

type Report = ReturnType<typeof reporter>

/** What the plan fills in itself, so that no later check can miss it: a name, a mode. */
function reportGaps(org: PlannedOrg, entry: PlanEntry, report: Report): void {
  if (org.unverified) report('V-13', 'warning', 'partyOrgName', `已建党组织但名称为空，先以“${org.name}”登记，标为待核实`)
  if (entry.facts.orgMode === undefined && !entry.known?.orgMode) {
    report('V-14', 'warning', 'orgMode', '已建党组织但组建方式为空，按覆盖的企业数登记：一家为单独组建，多家为联合组建')
  }
}

/** V-03: the same enterprise twice in the files; an equal row counts once, another one is shown and left out. */
function isRepeated(entry: PlanEntry, seen: Map<string, PlanEntry>, report: Report): boolean {
  const keys = [`name:${nameKey(entry.facts.enterpriseName ?? '')}`]
  if (entry.facts.creditCode) keys.push(`code:${entry.facts.creditCode}`)
  if (entry.known) keys.push(`id:${entry.known.id}`)
  const first = keys.map((key) => seen.get(key)).find((candidate) => candidate !== undefined)
  if (!first) {
    for (const key of keys) seen.set(key, entry)
    return false
  }
  const place = first.file === entry.file ? `“${first.row.sheet}”第 ${first.row.row} 行` : `文件“${first.file.name}”第 ${first.row.row} 行`
  if (first.unit?.id === entry.unit?.id && sameFacts(first.facts, entry.facts)) {
    report('V-03', 'notice', 'enterpriseName', `与${place}完全相同，按一条计`)
  } else if (first.unit?.id !== entry.unit?.id) {
    report('V-03', 'error', 'enterpriseName', `该企业已由“${first.unit?.name ?? ''}”填报(${place})，本行未导入；跨单位的企业请先确定由谁填报`)
  } else {
    report('V-03', 'error', 'enterpriseName', `该企业在${place}已出现且内容不同，本行未导入，请核对后保留一行`)
  }
  return true
}

function sameFacts(a: Partial<ImportFields>, b: Partial<ImportFields>): boolean {
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<ImportField>
  return [...fields].every((field) => a[field] === b[field])
}

function acceptsKnown(entry: PlanEntry, known: KnownEnterprise, by: 'code' | 'name' | 'former', report: Report): boolean {
  if (entry.unit && known.unitId !== entry.unit.id) {
    report('V-03', 'error', 'unitName', `台账中该企业属于“${known.unitName}”，本行未导入；确需调整隶属请在企业台账中办理`)
    return false
  }
  if (by === 'code' && nameKey(entry.facts.enterpriseName ?? '') !== known.nameKey) {
    report('V-07', 'warning', 'enterpriseName', `信用代码与台账中的“${known.enterpriseName}”相同而名称不同，按同一企业处理，名称未改；若已更名请在企业台账中办理更名`)
  }
  if (by === 'name' && entry.facts.creditCode && known.creditCode && entry.facts.creditCode !== known.creditCode) {
    report('V-07', 'warning', 'creditCode', `名称与台账相同而信用代码不同(台账 ${known.creditCode})，请核对`)
  }
  return true
}

/** V-32: an organisation stated as 单独组建 belongs to one enterprise; further rows naming it are refused. */
function refuseSharedSingles(entries: readonly PlanEntry[]): void {
  const owners = new Map<PlannedOrg, PlanEntry>()
  for (const entry of entries) {
    const { org } = entry
    if (!org || settledMode(org) !== '单独组建') continue
    const owner = owners.get(org)
    if (!owner) {
      owners.set(org, entry)
      continue
    }
    reporter(entry)('V-32', 'error', 'partyOrgName', `“${org.name}”是单独组建，已属于“${owner.facts.enterpriseName ?? ''}”，本行未导入；若是联合组建请改正组建方式`)
    entry.action = 'skip'
    entry.org = null
    org.covers--
  }
}

/** Fields that the row itself states and the enterprise (or its organisation, liaison, deliveries, goals) keeps. */
const comparable = (Object.keys(importFields) as ImportField[]).filter(
  (field) => !['unitName', 'enterpriseName', 'hasLiaison', 'liaisonKind', 'hasPartyOrg', 'partyOrgName'].includes(field),
)
const orgFieldSet: ReadonlySet<ImportField> = new Set(orgFacts.map(([field]) => field))

function changesOf(entry: PlanEntry, policy: ImportPolicy): FieldChange[] {
  const { facts, known, org } = entry
  const changes: FieldChange[] = []
  const put = (field: ImportField, before: FieldChange['before'], after: FieldChange['after'] | undefined): void => {
    if (after === undefined || after === null || after === before) return
    if (before !== null && before !== '' && policy === 'fill') return
    changes.push({ field, before, after })
  }
  if (!known) {
    put('unitName', null, entry.unit?.name)
    put('enterpriseName', null, facts.enterpriseName)
  }
  const current: Partial<KnownEnterprise> = known ?? {}
  for (const field of comparable) {
    if (orgFieldSet.has(field)) continue
    put(field, current[field as keyof typeof current] as FieldChange['before'] ?? null, facts[field])
  }
  if (org) orgChanges(org, known, put)
  else if (facts.hasPartyOrg === false && known?.hasPartyOrg) {
    reporter(entry)('V-20', 'warning', 'hasPartyOrg', `台账中由“${known.partyOrgName ?? ''}”覆盖，本表填“未建”；未自动撤销，请核实后在党组织中办理`)
  } else if (!known && facts.hasPartyOrg === false) put('hasPartyOrg', null, false)
  return changes
}

function orgChanges(org: PlannedOrg, known: KnownEnterprise | null, put: (field: ImportField, before: FieldChange['before'], after: FieldChange['after'] | undefined) => void): void {
  if (!known?.hasPartyOrg) put('hasPartyOrg', known ? known.hasPartyOrg : null, true)
  if (!known?.partyOrgName || orgKey(known.partyOrgName) !== orgKey(org.name)) put('partyOrgName', known?.partyOrgName ?? null, org.name)
  const joins = known?.partyOrgId == null || known.partyOrgId !== org.existing?.id
  for (const [field, fact] of orgFacts) {
    const after = fact === 'mode' ? settledMode(org) : (org[fact] ?? undefined)
    const before = known && !joins ? known[field] : null
    put(field, before, after)
  }
}

function checkEntries(entries: readonly PlanEntry[], ledger: KnownLedger, settings: PlanSettings): void {
  const merged = new Map<PlanEntry, Partial<ImportFields>>()
  const members = new Map<PlannedOrg, number>()
  const covered = new Map<number, KnownEnterprise[]>()
  for (const known of ledger.enterprises) {
    if (known.partyOrgId === null) continue
    const list = covered.get(known.partyOrgId)
    if (list) list.push(known)
    else covered.set(known.partyOrgId, [known])
  }
  const met = new Set(entries.map((entry) => entry.known?.id))
  for (const entry of entries) {
    if (entry.action === 'skip') continue
    const facts = mergedFacts(entry)
    merged.set(entry, facts)
    if (entry.org) members.set(entry.org, (members.get(entry.org) ?? 0) + (facts.formalMembers ?? 0))
  }
  for (const [org, sum] of members) {
    const rest = org.existing ? (covered.get(org.existing.id) ?? []).filter((known) => !met.has(known.id)) : []
    members.set(org, rest.reduce((all, known) => all + (known.formalMembers ?? 0), sum))
  }
  for (const [entry, facts] of merged) {
    const columns = entry.file.columns.get(entry.row.sheet)
    const report = reporter(entry)
    const found = checkFacts(facts, {
      rules: settings.rules,
      limits: settings.limits,
      today: settings.today,
      orgMembers: entry.org ? (members.get(entry.org) ?? null) : null,
      asked: (field) => columns?.has(field) ?? false,
    })
    for (const finding of found) {
      if (entry.problems.some((p) => p.code === finding.code && (p.code === 'V-12' || p.code === 'V-06'))) continue
      report(finding.code, finding.level, finding.field, finding.message)
    }
  }
}

function mergedFacts(entry: PlanEntry): Partial<ImportFields> {
  const facts: Partial<Record<ImportField, unknown>> = entry.known ? { ...entry.known } : { operatingStatus: '正常经营' }
  for (const change of entry.changes) facts[change.field] = change.after
  return facts as Partial<ImportFields>
}

/** V-43: a file that brings far fewer or more enterprises of its unit than the ledger has. */
function countJumps(file: PlanFile, entries: readonly PlanEntry[], ledger: KnownLedger): (Problem & { fileId: string })[] {
  if (!file.unit) return []
  const unitId = file.unit.id
  const before = ledger.enterprises.filter((known) => known.unitId === unitId && !departedStatuses.includes(known.operatingStatus)).length
  const rows = entries.filter((entry) => entry.file === file && entry.unit?.id === unitId && entry.action !== 'skip').length
  if (before < 5 || Math.abs(rows - before) <= before * jump) return []
  return [{
    fileId: file.fileId, sheet: null, row: null, column: null, code: 'V-43', level: 'warning',
    message: `“${file.unit.name}”本次填报 ${rows} 家，台账中在册 ${before} 家，相差超过 ${jump * 100}%，请问明原因`,
  }]
}
