import { nationalWords, ownFieldWord, type OwnWords } from '../../../shared/domain/ownWords'
import type { ProblemLevel } from '../../../shared/contract/problem'
import type { JointBasis, OrgMode, OrgType, SecretarySource } from '../../../shared/domain/valueDomain'
import { proposedOrgName } from '../../../shared/domain/proposedOrgName'
import { orgKey } from '../text/orgKey'
import type { ImportField, ImportFields } from './importField'
import type { KnownEnterprise, KnownOrg } from './knownLedger'

/** An organisation as the files state it: found in the ledger, named by a row, or proposed from its rows. */
export interface PlannedOrg {
  key: string
  existing: KnownOrg | null
  name: string
  unitId: number
  unitName: string
  /** Proposed on import, to be confirmed by a person (待核实). */
  unverified: boolean
  mode: OrgMode | null
  jointBasis: JointBasis | null
  orgType: OrgType | null
  foundedOn: string | null
  foundedMonthOnly: boolean
  parentOrgName: string | null
  lastElectionOn: string | null
  termEndsOn: string | null
  secretaryName: string | null
  secretarySource: SecretarySource | null
  secretaryPost: string | null
  secretaryPhone: string | null
  /** The day of the sheet that named it first; null when the sheet bears none. */
  statedOn: string | null
  /** Enterprises of the plan it covers. */
  covers: number
}

type OrgFact = 'mode' | 'jointBasis' | 'orgType' | 'foundedOn' | 'parentOrgName' | 'lastElectionOn' | 'termEndsOn' | 'secretaryName' | 'secretarySource' | 'secretaryPost' | 'secretaryPhone'

/** Row field → fact of the organisation. */
export const orgFacts = [
  ['orgMode', 'mode'],
  ['jointBasis', 'jointBasis'],
  ['orgType', 'orgType'],
  ['orgFoundedOn', 'foundedOn'],
  ['parentOrgName', 'parentOrgName'],
  ['lastElectionOn', 'lastElectionOn'],
  ['termEndsOn', 'termEndsOn'],
  ['secretaryName', 'secretaryName'],
  ['secretarySource', 'secretarySource'],
  ['secretaryPost', 'secretaryPost'],
  ['secretaryPhone', 'secretaryPhone'],
] as const satisfies readonly (readonly [ImportField, OrgFact])[]

type Report = (code: string, level: ProblemLevel, field: ImportField, message: string) => void

export interface OrgRow {
  facts: Readonly<Partial<ImportFields>>
  months: readonly ImportField[]
  enterpriseName: string
  unitId: number
  unitName: string
  statedOn: string | null
  known: KnownEnterprise | null
  report: Report
}

/** Rebuilds organisations from enterprise rows (docs/domain.md, organisations from rows): one call a built row. */
export function orgPlanner(known: readonly KnownOrg[], words: OwnWords = nationalWords) {
  const byKey = new Map(known.map((org) => [org.nameKey, org]))
  const byId = new Map(known.map((org) => [org.id, org]))
  const planned = new Map<string, PlannedOrg>()

  function keyOf(row: OrgRow): { key: string; name: string; existing: KnownOrg | null; unverified: boolean } {
    const { facts } = row
    if (facts.partyOrgName) {
      const key = orgKey(facts.partyOrgName)
      const current = row.known?.partyOrgId ? byId.get(row.known.partyOrgId) : undefined
      const existing = current?.nameKey === key ? current : (byKey.get(key) ?? null)
      return { key, name: existing?.name ?? facts.partyOrgName, existing, unverified: false }
    }
    const current = row.known?.partyOrgId ? byId.get(row.known.partyOrgId) : undefined
    if (current) return { key: current.nameKey, name: current.name, existing: current, unverified: false }
    if (facts.orgMode === '联合组建') {
      const who = facts.secretaryName ?? facts.secretaryPhone ?? ''
      const group = `joint:${row.unitId}|${who}|${facts.orgFoundedOn ?? ''}`
      const first = planned.get(group)
      return { key: group, name: first?.name ?? proposedOrgName(row.enterpriseName, facts.orgType ?? null, true), existing: null, unverified: true }
    }
    const name = proposedOrgName(row.enterpriseName, facts.orgType ?? null, false)
    const key = orgKey(name)
    return { key, name, existing: byKey.get(key) ?? null, unverified: true }
  }

  return {
    planned,
    /** The organisation a built row belongs to; its stated facts are added, the first value kept where rows differ. */
    add(row: OrgRow): PlannedOrg {
      const { key, name, existing, unverified } = keyOf(row)
      let org = planned.get(key)
      if (!org) {
        org = {
          key, existing, name, unverified,
          unitId: existing?.unitId ?? row.unitId,
          unitName: row.unitName,
          mode: null, jointBasis: null, orgType: null, foundedOn: null, foundedMonthOnly: false,
          parentOrgName: null, lastElectionOn: null, termEndsOn: null,
          secretaryName: null, secretarySource: null, secretaryPost: null, secretaryPhone: null,
          statedOn: row.statedOn,
          covers: 0,
        }
        planned.set(key, org)
      }
      if (existing === null && !unverified && org.unitId !== row.unitId) {
        row.report('V-44', 'notice', 'partyOrgName', `“${org.name}”在“${org.unitName}”也有填报，按同一个党组织登记；若只是同名，请在名称中加以区别`)
      }
      takeFacts(org, row, words)
      org.covers++
      return org
    },
  }
}

function takeFacts(org: PlannedOrg, row: OrgRow, words: OwnWords): void {
  for (const [field, fact] of orgFacts) {
    const value = row.facts[field]
    if (value === undefined || value === null) continue
    const first = org[fact]
    if (first === null) {
      Object.assign(org, { [fact]: value })
      if (fact === 'foundedOn') org.foundedMonthOnly = row.months.includes('orgFoundedOn')
    } else if (fact === 'foundedOn' && sameMonth(org, String(value), row.months.includes('orgFoundedOn'))) {
      if (org.foundedMonthOnly && !row.months.includes('orgFoundedOn')) Object.assign(org, { foundedOn: value, foundedMonthOnly: false })
    } else if (first !== value && fact !== 'secretaryPost') {
      const shown = (one: string | boolean | number): string => ownFieldWord(words, field, String(one))
      row.report('V-44', 'warning', field, `同属“${org.name}”，前面的行填的是“${shown(first)}”，本行填的是“${shown(value)}”，采用前面的`)
    }
  }
}

/** A month and a day of it do not disagree; the day says more. */
function sameMonth(org: PlannedOrg, date: string, monthOnly: boolean): boolean {
  return (org.foundedMonthOnly || monthOnly) && org.foundedOn?.slice(0, 7) === date.slice(0, 7)
}

/** How an organisation nobody stated a mode for is founded: together when it covers several enterprises. */
export function settledMode(org: PlannedOrg): OrgMode {
  return org.mode ?? org.existing?.mode ?? (org.covers > 1 ? '联合组建' : '单独组建')
}
