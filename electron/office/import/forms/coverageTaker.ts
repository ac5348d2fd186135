import { addDays, type CalendarDate } from '../../../../shared/domain/calendarDate'
import { textOf, type DraftLedger, type DraftRecord } from './draftLedger'
import type { EntryDraft } from './entryDraft'
import type { CoverageIndex } from './relations'

interface Listed {
  names: readonly string[]
  find(name: string): DraftRecord | null
  /** The day a change of organisation takes effect. */
  day: CalendarDate
}

const column = 'coveredEnterprises'

/** Lets organisations cover the enterprises their rows list. What only the ledger has is said, not ended. */
export function coverageTaker(ledger: DraftLedger, coverages: CoverageIndex) {
  const listedBy = new Map<number, DraftRecord>()

  return {
    take(draft: EntryDraft, org: DraftRecord, { names, find, day }: Listed): void {
      const counted = draft.entry.row.values['coveredCount']
      if (typeof counted === 'number' && names.length > 0 && counted !== names.length) {
        draft.report('coveredCount', 'V-28', 'warning', `覆盖企业数填的是 ${counted}，列出了 ${names.length} 家，以列出的为准`)
      }
      const listed = new Set<number>()
      const begun: string[] = []
      for (const name of names) {
        const enterprise = find(name)
        if (!enterprise) {
          draft.report(column, 'V-46', 'error', `企业台账中没有“${name}”，未登记对它的覆盖；请先登记该企业，或核对名称`)
          continue
        }
        const rival = listedBy.get(enterprise.id)
        if (rival && rival !== org) {
          draft.report(column, 'V-32', 'error', `“${name}”已列在“${textOf(rival, 'name') ?? ''}”名下，一家企业只能由一个党组织覆盖，未登记对它的覆盖`)
          continue
        }
        listedBy.set(enterprise.id, org)
        listed.add(enterprise.id)
        if (begin(draft, org, enterprise, day)) begun.push(name)
      }
      const left = names.length === 0 ? [] : coverages.enterprisesOf(org.id).filter((id) => !listed.has(id))
      if (left.length > 0) {
        const unlisted = left.map((id) => `“${nameOf('enterprise', id)}”`).join('、')
        draft.report(column, 'V-44', 'notice', `台账中还覆盖${unlisted}，表中没有列出，覆盖关系未改；不再覆盖的请在党组织中办理`)
      }
      if (begun.length > 0) draft.say(column, '', begun.join('、'))
    },
  }

  function begin(draft: EntryDraft, org: DraftRecord, enterprise: DraftRecord, day: CalendarDate): boolean {
    const current = coverages.of(enterprise.id)
    if (current && current.values['partyOrgId'] === org.id) return false
    if (current) {
      const who = `“${nameOf('enterprise', enterprise.id)}”在台账中由“${nameOf('partyOrg', current.values['partyOrgId'])}”覆盖`
      if (!draft.mayReplace(who)) {
        draft.report(column, 'V-32', 'warning', `${who}，未改`)
        return false
      }
      draft.report(column, 'V-32', 'warning', `${who}，自 ${day} 起改由本党组织覆盖，请核对`)
      draft.follow(current, { until: addDays(day, -1) }, column)
      coverages.end(current)
    }
    const since = coverages.wasCovered(enterprise.id) ? day : (org.values['foundedOn'] ?? null)
    coverages.put(draft.add('coverage', { partyOrgId: org.id, enterpriseId: enterprise.id, since }))
    return true
  }

  function nameOf(kind: 'enterprise' | 'partyOrg', id: unknown): string {
    const record = typeof id === 'number' ? ledger.get(kind, id) : undefined
    return (record && textOf(record, 'name')) ?? ''
  }
}
