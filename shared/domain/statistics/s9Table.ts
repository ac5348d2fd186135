import { rate } from '../percentage'
import { deliveryItems, type DeliveryItem } from '../valueDomain'
import { column, enterprises } from './counting'
import { isBuilt } from './coverageSets'
import { ratio, rounded } from './derivation'
import { factsOfRow } from './rowFacts'
import { columnKey, type StatColumn, type TableDefinition, type TableScene } from './statTable'
import type { EnterpriseFact, TableFacts } from './tableFacts'

const isTarget = (e: EnterpriseFact): boolean => e.inBase && isBuilt(e)
const isWaived = (e: EnterpriseFact, item: DeliveryItem): boolean => e.deliveries[item] === '不适用'
/** 共用 with a joint organisation fulfils the three that are built, not those that are sent. */
const isDone = (e: EnterpriseFact, item: DeliveryItem): boolean =>
  e.deliveries[item] === '已落实' || (e.deliveries[item] === '共用' && deliveryItems.some(({ key, group }) => key === item && group === '三建'))
const allDone = (e: EnterpriseFact): boolean =>
  deliveryItems.every(({ key }) => isDone(e, key) || isWaived(e, key)) && deliveryItems.some(({ key }) => isDone(e, key))

function itemColumns({ facts, deliveryLabels }: TableScene): StatColumn[] {
  return deliveryItems.flatMap(({ key: item }, i): StatColumn[] => {
    const [done, share] = [columnKey(3 + 2 * i), columnKey(4 + 2 * i)]
    const asked = (some: TableFacts): EnterpriseFact[] => some.enterprises.filter((e) => isTarget(e) && !isWaived(e, item))
    const isAnyWaived = facts.enterprises.some((e) => isTarget(e) && isWaived(e, item))
    return [
      enterprises({ key: done, group: deliveryLabels[item], header: '已落实' }, (e) => isTarget(e) && isDone(e, item)),
      column('rate', {
        key: share,
        group: deliveryLabels[item],
        header: '落实率',
        ...(isAnyWaived
          ? {
              total: 'whole',
              count: (some) => ({ value: rate(asked(some).filter((e) => isDone(e, item)).length, asked(some).length), ids: [] }),
              formula: (r, some) => `IF(${asked(some).length}=0,"—",ROUND(${done}${r}/${Math.max(1, asked(some).length)},4))`,
            }
          : { derive: ratio(done, 'C') }),
      }),
    ]
  })
}

/** “三建三送”落实情况统计表, over the base with an organisation; an item that does not apply is not asked for. */
export const s9Table: TableDefinition = {
  id: 'S9',
  title: '“三建三送”落实情况统计表',
  groupings: ['place', 'size', 'industry', 'type'],
  needs: ['enterprises', 'deliveries'],
  parts: (scene) => [
    {
      key: 'S9',
      title: s9Table.title,
      measure: '单位:家、元、件',
      rowHeader: '单位',
      columns: [
        enterprises({ key: 'C', header: '应落实企业数' }, isTarget),
        ...itemColumns(scene),
        enterprises({ key: 'P', header: '六项全部落实' }, (e) => isTarget(e) && allDone(e)),
        column('rate', { key: 'Q', header: '全部落实率', derive: ratio('P', 'C') }),
        column('money', {
          key: 'R',
          header: '金额合计(元)',
          opens: 'enterprise',
          count: (facts) => {
            const own = facts.enterprises.filter((e) => isTarget(e) && e.deliveryAmount !== 0)
            return { value: rounded(own.reduce((sum, e) => sum + e.deliveryAmount, 0) / 100), ids: own.map(({ id }) => id) }
          },
        }),
        column('count', {
          key: 'S',
          header: '需更换(件)',
          opens: 'enterprise',
          count: (facts) => {
            const worn = (e: EnterpriseFact): number => deliveryItems.filter(({ key }) => e.deliveries[key] === '需更换').length
            const own = facts.enterprises.filter((e) => isTarget(e) && worn(e) > 0)
            return { value: own.reduce((sum, e) => sum + worn(e), 0), ids: own.map(({ id }) => id) }
          },
        }),
      ],
      rows: factsOfRow.grouped(scene),
      whole: scene.facts,
      identities: [],
      notes: notesOf(scene),
    },
  ],
}

function notesOf({ facts, deliveryLabels }: TableScene): string[] {
  const waived = deliveryItems.flatMap(({ key }) => {
    const count = facts.enterprises.filter((e) => isTarget(e) && isWaived(e, key)).length
    return count > 0 ? [`${deliveryLabels[key]} ${count} 家`] : []
  })
  return [
    '应落实企业:实体运营且已建党组织；三建含联合党组织共用',
    ...(waived.length > 0 ? [`落实率的分母不含“不适用”:${waived.join('、')}`] : []),
  ]
}
