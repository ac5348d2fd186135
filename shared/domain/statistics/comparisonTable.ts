import { rate } from '../percentage'
import type { S1CountColumn } from '../s1'
import { column, counted, enterprises } from './counting'
import { coverageSets } from './coverageSets'
import { less, points, pointsBetween, ratio } from './derivation'
import { movesOf } from './moves'
import { factsOfRow } from './rowFacts'
import { s12Table } from './s12Table'
import { s1Columns } from './s1Table'
import { columnKey, type StatColumn, type StatPart, type TableDefinition, type TableScene } from './statTable'
import type { EnterpriseFact } from './tableFacts'

/** Rates of S1: what is counted over what. */
const rates = {
  J: [['G'], 'D'],
  K: [['H'], 'D'],
  N: [['L'], 'F'],
  P: [['O'], 'E'],
  V: [['T'], 'Q'],
  W: [['G', 'T'], 'D'],
} as const satisfies Record<string, readonly [readonly S1CountColumn[], S1CountColumn]>
type RateColumn = keyof typeof rates
type S1Figure = S1CountColumn | RateColumn

/** S1 in sheets of a width that paper holds; a rate stands beside what it is made from, so that its formula lives. */
const sheets: readonly { key: string; title: string; figures: readonly S1Figure[] }[] = [
  { key: 'S1a', title: '企业数比较表', figures: ['C', 'D', 'E', 'F'] },
  { key: 'S1b', title: '组织覆盖比较表', figures: ['D', 'G', 'H', 'I', 'J', 'K'] },
  { key: 'S1c', title: '应建和规上组建比较表', figures: ['F', 'L', 'M', 'N', 'E', 'O', 'P'] },
  { key: 'S1d', title: '未建企业工作覆盖比较表', figures: ['Q', 'R', 'S', 'T', 'U', 'V'] },
  { key: 'S1e', title: '两个覆盖比较表', figures: ['D', 'G', 'T', 'U', 'W'] },
]

/** 两期比较: every figure of S1 then, now and its change, and S12 between the two. */
export const comparisonTable: TableDefinition = {
  id: 'comparison',
  title: '两期比较',
  groupings: [],
  needs: ['enterprises', 'before'],
  parts: (scene) => [...sheets.map((sheet) => sheetOf(scene, sheet)), ...s12Table.parts(scene)],
}

function sheetOf(scene: TableScene, { key, title, figures }: (typeof sheets)[number]): StatPart {
  const labels = new Map(s1Columns(scene.rules.minMembers).map((one) => [one.key, one.group === '' ? one.header : `${one.group}${one.header}`]))
  const thenKey = (figure: S1Figure): string => columnKey(2 + 3 * figures.indexOf(figure))
  const nowKey = (figure: S1Figure): string => columnKey(3 + 3 * figures.indexOf(figure))
  const columns = figures.flatMap((figure, i): StatColumn[] => {
    const group = labels.get(figure) ?? figure
    const changeKey = columnKey(4 + 3 * i)
    if (isRate(figure)) {
      const [of, over] = rates[figure]
      return [
        column('rate', { key: thenKey(figure), group, header: '上期', derive: ratio(of.map(thenKey), thenKey(over)) }),
        column('rate', { key: nowKey(figure), group, header: '本期', derive: ratio(of.map(nowKey), nowKey(over)) }),
        rateChange({ key: changeKey, group, derive: points(nowKey(figure), thenKey(figure)) }, figure),
      ]
    }
    const holds = coverageSets[figure]
    return [
      column('count', { key: thenKey(figure), group, header: '上期', opens: 'enterprise', count: ({ before }) => counted(idsWhere(before, holds)) }),
      enterprises({ key: nowKey(figure), group, header: '本期' }, holds),
      column('change', {
        key: changeKey,
        group,
        header: '增减',
        opens: 'enterprise',
        derive: less(nowKey(figure), thenKey(figure)),
        moves: (facts) => movesOf(facts, holds),
        count: (facts) => {
          const { came, went } = movesOf(facts, holds)
          return { value: came.length - went.length, ids: [...came, ...went] }
        },
      }),
    ]
  })
  return {
    key, title, measure: '单位:家、%', rowHeader: '单位', columns, rows: factsOfRow.unit(scene), whole: scene.facts, identities: [],
    notes: [scene.previous ? `上期:${scene.previous.label}` : '没有上期', '在各单位之间变动的，一增一减'],
  }
}

/** In 百分点; behind it is who came into the numerator and who left it. */
function rateChange(shape: Pick<StatColumn, 'key' | 'group' | 'derive'>, figure: RateColumn): StatColumn {
  const [of, over] = rates[figure]
  const isCounted = (e: EnterpriseFact): boolean => of.some((set) => coverageSets[set](e))
  const share = (all: readonly EnterpriseFact[]): number | null => rate(all.filter(isCounted).length, all.filter(coverageSets[over]).length)
  return column('points', {
    ...shape,
    header: '百分点',
    opens: 'enterprise',
    moves: (facts) => movesOf(facts, isCounted),
    count: (facts) => {
      const { came, went } = movesOf(facts, isCounted)
      return { value: pointsBetween(share(facts.enterprises), share(facts.before)), ids: [...came, ...went] }
    },
  })
}

function isRate(figure: S1Figure): figure is RateColumn {
  return Object.hasOwn(rates, figure)
}

function idsWhere(all: readonly EnterpriseFact[], holds: (e: EnterpriseFact) => boolean): number[] {
  return all.filter(holds).map(({ id }) => id)
}
