import type { PhonePage, ShownPhones } from '../../../../shared/contract/privacy'
import type { RecordKind } from '../../../../shared/record/recordKind'

/** What `privacy.reveal` may show. */
export type ShownWhat = { page: PhonePage } | { record: { kind: RecordKind; id: number } }

/** Telephones people asked to see since the office was opened; kept in memory only, so that a new start hides them again. */
export function createShownPhones() {
  const pages = new Set<PhonePage>()
  const records = new Map<string, { kind: RecordKind; id: number }>()
  return {
    /** False when it was shown already. */
    show(what: ShownWhat): boolean {
      if ('page' in what) {
        const isNew = !pages.has(what.page)
        pages.add(what.page)
        return isNew
      }
      const key = `${what.record.kind}:${what.record.id}`
      const isNew = !records.has(key) && !pages.has(what.record.kind)
      records.set(key, what.record)
      return isNew
    },
    hide(what: ShownWhat): void {
      if ('page' in what) {
        pages.delete(what.page)
        for (const [key, { kind }] of records) if (kind === what.page) records.delete(key)
      } else records.delete(`${what.record.kind}:${what.record.id}`)
    },
    isPageShown: (page: string): boolean => [...pages].some((shown) => shown === page),
    isRecordShown: (kind: string, id: unknown): boolean => records.has(`${kind}:${String(id)}`),
    state: (): Omit<ShownPhones, 'hidden'> => ({ pages: [...pages], records: [...records.values()] }),
  }
}

export type KeptShown = ReturnType<typeof createShownPhones>
