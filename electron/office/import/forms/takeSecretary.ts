import type { CalendarDate } from '../../../../shared/domain/calendarDate'
import { nameKey } from '../../text/nameKey'
import { textOf, type DraftRecord } from './draftLedger'
import type { EntryDraft } from './entryDraft'
import type { FieldLinks, StatedValues } from './statedValues'

/**
 * Lets an organisation have the secretary a row names: the one in office learns what the row says of him; another name
 * is a succession, the old term ends on the day the new one begins. A blank name ends nothing.
 */
export function takeSecretary(
  draft: EntryDraft,
  current: Map<number, DraftRecord>,
  { org, name, stated, links, day }: { org: DraftRecord; name: string; stated: StatedValues; links: FieldLinks; day: CalendarDate },
): void {
  const term = current.get(org.id)
  if (term && nameKey(textOf(term, 'name') ?? '') === nameKey(name)) {
    draft.place(term, { ...links, name: 'secretaryName' })
    draft.change(term, stated)
    return
  }
  if (term && !draft.mayReplace(textOf(term, 'name'))) return
  const begins = typeof stated['since']?.value === 'string' ? stated['since'].value : null
  if (term) draft.follow(term, { until: begins ?? day }, 'secretaryName')
  // Of an organisation that is new itself, nobody knows since when.
  const since = begins ?? (org.version === undefined ? null : day)
  const added = draft.add('secretaryTerm', { partyOrgId: org.id, since }, { name: { value: name, column: 'secretaryName' }, ...stated })
  draft.place(added, { ...links, name: 'secretaryName' })
  current.set(org.id, added)
}
