import { unstatedSize, sizeBandOf } from '../sizeBand'
import { enterpriseTypes, industries } from '../valueDomain'
import type { RowKey, StatRow, TableScene } from './statTable'
import { factsByUnit, noFacts, type EnterpriseFact } from './tableFacts'

const unstated = '未填'

/** How the facts are parted into the rows of a table. */
export const factsOfRow = {
  /** What stands for the row of 合计. */
  whole: { key: 'total', label: '合计' } satisfies RowKey,

  /** Rows by what the scene is grouped by. */
  grouped(scene: TableScene): StatRow[] {
    return scene.grouping === 'unit' ? factsOfRow.unit(scene) : factsOfRow[scene.grouping](scene)
  },

  unit({ facts, units }: TableScene): StatRow[] {
    const parted = factsByUnit(facts)
    return units.map(({ id, name }) => ({ key: String(id), label: name, facts: parted.get(id) ?? noFacts }))
  },

  /** Villages, parks and buildings by name, as many as occur; what is stated nowhere comes last. */
  place(scene: TableScene): StatRow[] {
    const names = new Set([...scene.facts.enterprises, ...scene.facts.before].flatMap(({ placeName }) => placeName ?? []))
    const sorted = [...names].sort((a, b) => a.localeCompare(b, 'zh-Hans-CN'))
    return enterpriseRows(scene, sorted, ({ placeName }) => placeName ?? unstated)
  },

  size(scene: TableScene): StatRow[] {
    const labels = scene.bands.map(({ label }) => label)
    return enterpriseRows(scene, labels, ({ employees }) => sizeBandOf(employees, scene.bands)?.label ?? unstatedSize)
  },

  industry(scene: TableScene): StatRow[] {
    return enterpriseRows(scene, industries.map(({ name }) => name), ({ industry }) => industry ?? unstated)
  },

  type(scene: TableScene): StatRow[] {
    return enterpriseRows(scene, enterpriseTypes, ({ enterpriseType }) => enterpriseType ?? unstated)
  },
}

/** The rows of a closed list, 未填 below them; a value the list does not hold gets a row of its own. */
function enterpriseRows(scene: TableScene, labels: readonly string[], labelOf: (enterprise: EnterpriseFact) => string): StatRow[] {
  const parted = new Map<string, { enterprises: EnterpriseFact[]; before: EnterpriseFact[] }>()
  for (const label of labels) parted.set(label, { enterprises: [], before: [] })
  for (const list of ['enterprises', 'before'] as const) {
    for (const enterprise of scene.facts[list]) {
      const label = labelOf(enterprise)
      const row = parted.get(label) ?? { enterprises: [], before: [] }
      row[list].push(enterprise)
      parted.set(label, row)
    }
  }
  const last = parted.get(unstated)
  parted.delete(unstated)
  parted.set(unstated, last ?? { enterprises: [], before: [] })
  return [...parted].map(([label, row]) => ({ key: label, label, facts: { ...noFacts, ...row } }))
}
