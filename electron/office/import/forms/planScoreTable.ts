import { wordKey } from '../../text/wordKey'
import { nameKey } from '../../text/nameKey'
import { numberOf, textOf, type DraftLedger, type DraftRecord } from './draftLedger'
import { orgFinder, type Found } from './finders'
import type { FormPlanner, PlannedTable } from './formPlan'
import { statedValues, type FieldLinks, type StatedValues } from './statedValues'
import { yearOf } from './yearOf'

const links: FieldLinks = { self: 'selfScore', final: 'finalScore', deduction: 'deductionReason', note: 'note' }

/** F11: the points of one organisation a table, item by item. Whose they are stands above the table or on its tab. */
export const planScoreTable: FormPlanner = ({ ledger, known: { computed, today }, policy }, tables) => {
  const orgs = orgFinder(ledger)
  const scores = new Map(ledger.list('score').map((score) => [keyOf(score.values['partyOrgId'], score.values['schemeItemId']), score]))
  const scenes = new Map(tables.map((table) => [table, sceneOf(table)]))
  const taken = new Set<string>()

  function sceneOf(table: PlannedTable): { year: number; org: Found & { name: string }; items: readonly DraftRecord[] } {
    const year = yearOf(table.above) ?? Number((table.filledOn ?? today).slice(0, 4))
    return { year, org: orgOf(table), items: itemsOf(ledger, year) }
  }

  /** 党组织名称, 被考核单位 or 填报单位 above the table, else the tab. */
  function orgOf(table: PlannedTable): Found & { name: string } {
    const stated = table.above.flatMap((line) => /(?:党组织|单位|考核对象|被考核)[^:：]{0,8}[:：]\s*(.+)$/.exec(line.normalize('NFKC'))?.[1] ?? [])
    for (const name of [...stated, table.sheet]) {
      const found = orgs.find(name.trim(), null)
      if (found.record) return { ...found, name: name.trim() }
    }
    return { record: null, namesakes: 0, name: stated[0] ?? table.sheet }
  }

  return (row, draft, { table }) => {
    const { year, org, items } = scenes.get(table) ?? sceneOf(table)
    if (!org.record) return draft.refuse(null, 'V-46', `认不出这张评分表是哪个党组织的（“${org.name}”），本行未导入；请在“填报单位(盖章)”处写党组织名称`)
    if (items.length === 0) return draft.refuse('itemText', 'V-46', `台账中没有 ${year} 年度的考核方案，本行未导入；请先建立方案`)
    const text = String(row.values['itemText'])
    const item = items.find((one) => wordKey(textOf(one, 'text') ?? '') === wordKey(text)) ?? itemByPlace(items, row.values)
    if (!item) return draft.refuse('itemText', 'V-46', `${year} 年度考核方案中没有“${text.slice(0, 20)}”这一项，本行未导入，请核对考核内容`)
    const key = keyOf(org.record.id, item.id)
    if (taken.has(key)) return draft.refuse('itemText', 'V-03', '这一项在前面的行已出现，本行未导入')
    taken.add(key)
    const title = `${textOf(org.record, 'name') ?? ''} ${textOf(item, 'text') ?? ''}`
    const known = scores.get(key)
    const stated = typed(statedValues('score', row.values, links), known, computed.get(key))
    if (!known && Object.keys(stated).length === 0) {
      draft.look(item)
      return draft.done(item, title)
    }
    if (known) {
      draft.place(known, links)
      if (policy === 'add') draft.look(known)
      else draft.change(known, stated)
      return draft.done(known, title)
    }
    const added = draft.add('score', { partyOrgId: org.record.id, schemeItemId: item.id }, stated)
    draft.place(added, links)
    scores.set(key, added)
    return draft.done(added, title)
  }
}

/** Points the office computes are not typed by being sent back, and neither is the reason it gives for them. */
function typed(stated: StatedValues, known: DraftRecord | undefined, computed: number | undefined): StatedValues {
  const rest = { ...stated }
  if (computed === undefined || (known && numberOf(known, 'final') !== null) || stated['final']?.value !== computed) return rest
  delete rest['final']
  if (!known || textOf(known, 'deduction') === null) delete rest['deduction']
  return rest
}

/** An item whose wording was shortened: the only one of its group with its points. */
function itemByPlace(items: readonly DraftRecord[], values: PlannedTable['rows'][number]['values']): DraftRecord | undefined {
  const group = values['itemGroup']
  if (typeof group !== 'string') return undefined
  const alike = items.filter((item) => nameKey(textOf(item, 'groupName') ?? '') === nameKey(group) && numberOf(item, 'max') === values['itemMax'])
  return alike.length === 1 ? alike[0] : undefined
}

/** Of several schemes of a year, the last one made counts, as it does for the export. */
function itemsOf(ledger: DraftLedger, year: number): DraftRecord[] {
  const scheme = ledger.list('scheme').filter((one) => one.values['year'] === year).sort((a, b) => b.id - a.id)[0]
  return scheme ? ledger.list('schemeItem').filter((item) => item.values['schemeId'] === scheme.id) : []
}

function keyOf(orgId: unknown, itemId: unknown): string {
  return `${String(orgId)}:${String(itemId)}`
}
