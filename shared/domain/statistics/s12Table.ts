import { column, counted, enterprises } from './counting'
import { coverageSets as sets, isBuilt, isWorkCovered } from './coverageSets'
import { balance, points, ratio, sumOf } from './derivation'
import { rateSets, type RateSets } from './rateSets'
import { factsOfRow } from './rowFacts'
import { columnKey, type StatColumn, type StatPart, type StatRow, type TableDefinition, type TableScene } from './statTable'
import { noFacts, type EnterpriseFact, type TableFacts } from './tableFacts'

type Holds = (enterprise: EnterpriseFact) => boolean
const cameAs = ['新设', '迁入', '恢复/其他'] as const
const wentAs = ['注销、吊销', '停产', '空壳', '迁出', '合并/其他'] as const

/** 增减变动情况表: what came and went between two days, and from which state into which. */
export const s12Table: TableDefinition = {
  id: 'S12',
  title: '增减变动情况表',
  groupings: [],
  needs: ['enterprises', 'before'],
  parts: (scene) => [
    bridge(scene, { key: 'S12a', title: '增减变动情况表(实体运营企业)', holds: sets.D }),
    bridge(scene, { key: 'S12a2', title: '增减变动情况表(在册企业)', holds: sets.C }),
    flows(scene),
    rates(scene),
  ],
}

function comparedWith({ previous }: TableScene): string {
  return previous ? `上期:${previous.label}` : '没有上期'
}

/** C + what came − what went = L. An enterprise that changed its unit went from the one and came to the other. */
function bridge(scene: TableScene, { key, title, holds }: { key: string; title: string; holds: Holds }): StatPart {
  const [then, now] = [byId(scene.facts.before), byId(scene.facts.enterprises)]
  const stayed = (one: EnterpriseFact, other: EnterpriseFact | undefined): boolean => other !== undefined && holds(other) && other.unitId === one.unitId
  const came = (word: (typeof cameAs)[number]): Holds => (e) => holds(e) && !stayed(e, then.get(e.id)) && cameHow(e, then.get(e.id)) === word
  const went = (word: (typeof wentAs)[number]): Holds => (e) => holds(e) && !stayed(e, now.get(e.id)) && wentHow(e, now.get(e.id)) === word
  function cameHow(e: EnterpriseFact, before: EnterpriseFact | undefined): (typeof cameAs)[number] {
    if (before) return holds(before) ? '迁入' : '恢复/其他'
    return e.establishedOn !== null && scene.previous !== null && e.establishedOn <= scene.previous.cutOff ? '迁入' : '新设'
  }
  function wentHow(e: EnterpriseFact, after: EnterpriseFact | undefined): (typeof wentAs)[number] {
    if (after && holds(after) && after.unitId !== e.unitId) return '迁出'
    switch (after?.operatingStatus) {
      case '已注销':
      case '吊销未注销':
        return '注销、吊销'
      case '停产停业':
        return '停产'
      case '空壳':
        return '空壳'
      case '迁出':
        return '迁出'
      default:
        return '合并/其他'
    }
  }
  const columns: StatColumn[] = [
    before({ key: 'C', header: '期初' }, holds),
    ...cameAs.map((word, i) => enterprises({ key: columnKey(3 + i), group: '增加', header: word }, came(word))),
    ...wentAs.map((word, i) => before({ key: columnKey(6 + i), group: '减少', header: word }, went(word))),
    enterprises({ key: 'L', header: '期末', derive: balance(['C', 'D', 'E', 'F'], ['G', 'H', 'I', 'J', 'K']) }, holds),
  ]
  return {
    key, title, measure: '单位:家', rowHeader: '单位', columns, rows: factsOfRow.unit(scene), whole: scene.facts, identities: [],
    notes: [comparedWith(scene), '上期台账没有、成立日期早于上期截止日的为迁入；在各单位之间变动的，一增一减'],
  }
}

type State = '单独' | '联合' | '工作覆盖' | '未覆盖'
const states: readonly State[] = ['单独', '联合', '工作覆盖', '未覆盖']
const outside = '不在基数'

function stateOf(enterprise: EnterpriseFact | undefined): State | typeof outside {
  if (!enterprise?.inBase) return outside
  return isWorkCovered(enterprise) ? '工作覆盖' : isBuilt(enterprise) ? (enterprise.status === '单独' ? '单独' : '联合') : '未覆盖'
}

/** From which state (rows) into which (columns); what stood outside the base both times is not counted. */
function flows(scene: TableScene): StatPart {
  const [then, now] = [byId(scene.facts.before), byId(scene.facts.enterprises)]
  const facts = (state: State | typeof outside): TableFacts => ({
    ...noFacts,
    before: scene.facts.before.filter((e) => state !== outside && stateOf(e) === state),
    enterprises: scene.facts.enterprises.filter((e) => stateOf(then.get(e.id)) === state && (state !== outside || e.inBase)),
  })
  const rows: StatRow[] = [
    ...states.map((state) => ({ key: state, label: state, facts: facts(state) })),
    { key: outside, label: '不在基数(含新增)', facts: facts(outside) },
  ]
  const columns: StatColumn[] = [
    ...states.map((state, i) => enterprises({ key: columnKey(2 + i), group: '本期', header: state }, (e) => stateOf(e) === state)),
    column('count', {
      key: 'G',
      group: '本期',
      header: outside,
      opens: 'enterprise',
      count: ({ before: those }, { key }) =>
        key === outside ? { value: null, ids: [] } : counted(those.filter((e) => stateOf(now.get(e.id)) === outside).map(({ id }) => id)),
    }),
    column('count', {
      key: 'H',
      header: '上期合计',
      opens: 'enterprise',
      derive: sumOf(['C', 'D', 'E', 'F', 'G']),
      count: ({ before: those, enterprises: these }) =>
        counted([...those, ...these.filter((e) => stateOf(then.get(e.id)) === outside)].map(({ id }) => id)),
    }),
  ]
  const inBase = scene.facts.before.filter((e) => e.inBase)
  const whole = { ...noFacts, before: inBase, enterprises: scene.facts.enterprises.filter((e) => e.inBase || then.get(e.id)?.inBase) }
  return {
    key: 'S12b', title: '覆盖状态变动情况表', measure: '单位:家', rowHeader: '上期\\本期', columns, rows, whole, identities: [],
    notes: [comparedWith(scene), '行为上期状态，列为本期状态；对角线为没有变化'],
  }
}

/** The rates of docs/domain.md 3.2, then and now. */
function rates(scene: TableScene): StatPart {
  const known = new Map<string, RateSets>(rateSets(scene).map((one) => [one.key, one]))
  const figure = (key: string, list: 'before' | 'enterprises', side: 'of' | 'over'): StatColumn =>
    column('count', {
      key,
      group: list === 'before' ? '上期' : '本期',
      header: side === 'of' ? '分子' : '分母',
      opens: 'enterprise',
      count: (facts, row) => counted(facts[list].filter((e) => known.get(row.key)?.[side](e)).map(({ id }) => id)),
    })
  const columns: StatColumn[] = [
    figure('C', 'before', 'of'),
    figure('D', 'before', 'over'),
    column('rate', { key: 'E', group: '上期', header: '比率', derive: ratio('C', 'D') }),
    figure('F', 'enterprises', 'of'),
    figure('G', 'enterprises', 'over'),
    column('rate', { key: 'H', group: '本期', header: '比率', derive: ratio('F', 'G') }),
    column('points', { key: 'I', header: '增减(百分点)', derive: points('H', 'E') }),
  ]
  const rows = [...known.values()].map(({ key, label }) => ({ key, label, facts: scene.facts }))
  return {
    key: 'S12c', title: '覆盖率变动情况表', measure: '单位:家、%', rowHeader: '指标', columns, rows, whole: null, identities: [],
    notes: [comparedWith(scene)],
  }
}

function before(shape: { key: string; group?: string; header: string }, holds: Holds): StatColumn {
  return column('count', { ...shape, opens: 'enterprise', count: (facts) => counted(facts.before.filter(holds).map(({ id }) => id)) })
}

function byId(enterprises: readonly EnterpriseFact[]): Map<number, EnterpriseFact> {
  return new Map(enterprises.map((enterprise) => [enterprise.id, enterprise]))
}

