import { averagePoints } from '../assessment'
import { column, counted } from './counting'
import { ratio, sumOf } from './derivation'
import { factsOfRow } from './rowFacts'
import { columnKey, type StatColumn, type StatPart, type TableDefinition, type TableScene } from './statTable'
import { noFacts, type TableFacts } from './tableFacts'

/** 考核情况汇总表 of the year's scheme, and the ranking. */
export const s14Table: TableDefinition = {
  id: 'S14',
  title: '考核情况汇总表',
  groupings: [],
  needs: ['scores'],
  parts: (scene) => [summary(scene), ranking(scene)],
}

function summary(scene: TableScene): StatPart {
  const point = (key: string, header: string, pick: (points: number[]) => number | null): StatColumn =>
    column('decimal', { key, header, total: 'whole', count: ({ scores }) => ({ value: pick(scores.map(({ points }) => points)), ids: [] }) })
  const grades = scene.grades.map((grade, i) => scored(columnKey(6 + i), '等次', grade, (at) => at === i))
  const columns: StatColumn[] = [
    scored('C', '', '参评', () => true),
    point('D', '平均分', average),
    point('E', '最高', (points) => (points.length > 0 ? Math.max(...points) : null)),
    point('F', '最低', (points) => (points.length > 0 ? Math.min(...points) : null)),
    ...grades,
    column('rate', { key: columnKey(6 + grades.length), header: `${scene.grades[0] ?? ''}率`, derive: ratio('G', 'C') }),
  ]
  const isGraded = scene.facts.scores.every(({ grade }) => grade !== null)
  return {
    key: 'S14',
    title: s14Table.title,
    measure: '单位:个、分',
    rowHeader: '单位',
    columns,
    rows: factsOfRow.unit(scene),
    whole: scene.facts,
    identities: isGraded && grades.length > 0 ? [{ left: sumOf(grades.map(({ key }) => key)), right: sumOf(['C']) }] : [],
    notes: [],
  }
}

/** With one decimal. */
function average(points: readonly number[]): number | null {
  const exact = averagePoints(points)
  return exact === null ? null : Math.round(exact * 10) / 10
}

function ranking(scene: TableScene): StatPart {
  const sorted = [...scene.facts.scores].sort((a, b) => b.points - a.points)
  const rank = (points: number): number => sorted.findIndex((score) => score.points === points) + 1
  const first = ({ scores }: TableFacts): number => scores[0]?.points ?? 0
  const columns: StatColumn[] = [
    column('decimal', { key: 'C', header: '得分', count: (facts) => ({ value: first(facts), ids: [] }) }),
    column('count', { key: 'D', header: '名次', opens: 'partyOrg', count: (facts) => ({ value: rank(first(facts)), ids: facts.scores.map(({ partyOrgId }) => partyOrgId) }) }),
  ]
  const rows = sorted.map((score) => ({ key: String(score.partyOrgId), label: score.name, facts: { ...noFacts, scores: [score] } }))
  return { key: 'S14b', title: '考核得分排名表', measure: '单位:分', rowHeader: '党组织', columns, rows, whole: null, identities: [], notes: [] }
}

function scored(key: string, group: string, header: string, holds: (grade: number | null) => boolean): StatColumn {
  return column('count', {
    key,
    group,
    header,
    opens: 'partyOrg',
    count: ({ scores }) => counted(scores.filter(({ grade }) => holds(grade)).map(({ partyOrgId }) => partyOrgId)),
  })
}
