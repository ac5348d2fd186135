import type { KeptSide } from '../../../../shared/contract/import'
import { orgKey } from '../../text/orgKey'
import type { ImportField, ImportFields } from '../importField'
import type { KnownEnterprise } from '../knownLedger'
import { orgFacts } from '../planOrgs'
import type { IssuedValues } from '../sheetRow'
import { threeWay, type Standing } from './threeWay'

type Facts = Partial<ImportFields>
type Value = ImportFields[ImportField] | null

/** A field that both sides changed since the sheet was sent out, to different values. */
export interface FieldConflict {
  field: ImportField
  /** As sent out; null for blank. */
  base: Value
  /** As the ledger has it by now. */
  ours: Value
  theirs: Value
}

export interface SinceIssued {
  facts: Facts
  conflicts: FieldConflict[]
}

export interface IssuedFacts extends Omit<IssuedValues<ImportField, ImportFields>, 'values'> {
  /** Settled as the row's own facts are. */
  facts: Facts
}

/** Fields that say which enterprise a row is, never what it is like. */
const identity: ReadonlySet<ImportField> = new Set(['enterpriseName', 'unitName'])
const orgFields: ReadonlySet<ImportField> = new Set(['hasPartyOrg', 'partyOrgName', ...orgFacts.map(([field]) => field)])
const secretaryFields = ['secretarySource', 'secretaryPost', 'secretaryPhone'] as const
const liaisonFields = ['liaisonEmployerPost', 'liaisonPhone'] as const

type Addressee = 'partyOrgName' | 'secretaryName' | 'liaisonName'
/** Of whom a field speaks, where that is not the enterprise. */
const addressees: Readonly<Partial<Record<ImportField, Addressee>>> = Object.fromEntries([
  ...orgFacts.map(([field]) => [field, 'partyOrgName']),
  ...secretaryFields.map((field) => [field, 'secretaryName']),
  ...liaisonFields.map((field) => [field, 'liaisonName']),
])

/**
 * What a row that came back newly says of its enterprise: fields left as they were sent out say nothing, whatever the
 * ledger has by now; a field both sides changed is a conflict, taken where `keep` is theirs. Facts by which the
 * organisation or person of a changed field is found are kept beside it, as the ledger has them.
 */
export function sinceIssued(
  { facts, months }: { facts: Readonly<Facts>; months: readonly ImportField[] },
  issued: IssuedFacts,
  known: KnownEnterprise,
  keep: KeptSide,
): SinceIssued {
  const kept: Partial<Record<ImportField, unknown>> = {}
  const conflicts: FieldConflict[] = []
  for (const field of Object.keys(facts) as ImportField[]) {
    const theirs = facts[field]
    if (identity.has(field)) kept[field] = theirs
    if (identity.has(field) || theirs === undefined) continue
    const base = issued.facts[field] ?? (issued.fields.has(field) ? null : undefined)
    const ours = valueOf(known, field)
    const byMonth = months.includes(field) || issued.months.includes(field)
    const standing = threeWay<Value>(base, ours, theirs, (a, b) => isSame(field, a, b, byMonth))
    const moved = standing === 'conflict' && isOwn(field) && known.version === issued.version ? 'theirs' : ofAnother(field, standing) ? 'conflict' : standing
    if (moved === 'conflict') conflicts.push({ field, base: base ?? null, ours, theirs })
    if (moved === 'theirs' || (moved === 'conflict' && keep === 'theirs')) kept[field] = theirs
  }
  return { facts: withAddressees(kept as Facts, facts, known), conflicts }

  /** What a sheet says of a person or organisation that another one has followed in the ledger since. */
  function ofAnother(field: ImportField, standing: Standing): boolean {
    const name = addressees[field]
    if (name === undefined || standing !== 'theirs') return false
    const [base, ours, theirs] = [issued.facts[name] ?? null, known[name], facts[name] ?? null]
    return isSame(name, base, theirs, false) && !isSame(name, base, ours, false)
  }
}

function valueOf(known: KnownEnterprise, field: ImportField): Value {
  if (field === 'hasLiaison') return known.liaisonName !== null
  return field === 'liaisonKind' ? null : known[field]
}

/** Two spellings of one value: cents rounded away, a month and a day of it, brackets of a name. */
function isSame(field: ImportField, a: Value, b: Value, byMonth: boolean): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) < 0.005
  if (typeof a !== 'string' || typeof b !== 'string') return a === b
  if (field === 'partyOrgName') return orgKey(a) === orgKey(b)
  return byMonth ? a.slice(0, 7) === b.slice(0, 7) : a === b
}

/** Kept by the enterprise itself: while its version stands, nobody changed it. */
function isOwn(field: ImportField): boolean {
  return !orgFields.has(field) && !/^(?:delivery|goal)\.|^(?:liaison|hasLiaison)/.test(field)
}

function withAddressees(kept: Facts, facts: Readonly<Facts>, known: KnownEnterprise): Facts {
  if (secretaryFields.some((field) => field in kept)) kept.secretaryName ??= known.secretaryName ?? facts.secretaryName
  if ([...orgFields].some((field) => field in kept)) {
    kept.hasPartyOrg ??= known.hasPartyOrg || facts.hasPartyOrg
    if (kept.hasPartyOrg) kept.partyOrgName ??= known.partyOrgName ?? facts.partyOrgName
  }
  if (liaisonFields.some((field) => field in kept)) kept.liaisonName ??= known.liaisonName ?? facts.liaisonName
  if (kept.liaisonName !== undefined) kept.liaisonKind ??= facts.liaisonKind
  return kept
}
