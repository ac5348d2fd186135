import { unbuiltReasons } from '../valueDomain'
import { column, enterprises } from './counting'
import { coverageSets as sets } from './coverageSets'
import { share, sumOf } from './derivation'
import { columnKey, type StatColumn, type StatRow, type TableDefinition, type TableScene } from './statTable'
import { noFacts, type EnterpriseFact } from './tableFacts'

const unstated = '未填'

/** 未建原因分析表: reasons by unit; the columns add up to Q of S1. */
export const s13Table: TableDefinition = {
  id: 'S13',
  title: '未建原因分析表',
  groupings: [],
  needs: ['enterprises'],
  parts: (scene) => [
    {
      key: 'S13',
      title: s13Table.title,
      measure: '单位:家',
      rowHeader: '未建原因',
      columns: columnsOf(scene),
      rows: rowsOf(scene),
      whole: scene.facts,
      identities: [],
      notes: [],
    },
  ],
}

function columnsOf({ units }: TableScene): StatColumn[] {
  const ofUnits = units.map(({ id, name }, i) =>
    enterprises({ key: columnKey(2 + i), group: '单位', header: name, width: 10 }, (e) => e.unitId === id && sets.Q(e)),
  )
  const at = (i: number): string => columnKey(2 + units.length + i)
  return [
    ...ofUnits,
    enterprises({ key: at(0), header: '合计', ...(units.length > 0 ? { derive: sumOf(ofUnits.map(({ key }) => key)) } : {}) }, sets.Q),
    column('rate', { key: at(1), header: '占比', derive: share(at(0)) }),
    enterprises({ key: at(2), header: '其中:应建未建' }, sets.M),
    enterprises({ key: at(3), header: '其中:规模以上未建' }, (e) => sets.Q(e) && e.aboveScale),
  ]
}

function rowsOf({ facts }: TableScene): StatRow[] {
  const parted = new Map<string, EnterpriseFact[]>([...unbuiltReasons, unstated].map((reason) => [reason, []]))
  for (const enterprise of facts.enterprises) {
    const reason = enterprise.unbuiltReason ?? unstated
    parted.get(parted.has(reason) ? reason : unstated)?.push(enterprise)
  }
  return [...parted].map(([reason, own]) => ({ key: reason, label: reason, facts: { ...noFacts, enterprises: own } }))
}
