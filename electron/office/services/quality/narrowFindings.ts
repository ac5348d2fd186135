import type { QualityCounts, QualityFilter, QualityFinding, QualityOrder } from '../../../../shared/contract/quality'
import type { ProblemLevel } from '../../../../shared/contract/problem'
import type { Unit } from '../../../../shared/contract/unit'
import { groupBy } from '../groupBy'
import { gravity, kindOrder } from './describeFindings'

/** 较上期异常: V-43 of a unit, V-48 of an enterprise. */
const jumpCodes: ReadonlySet<string> = new Set(['V-43', 'V-48'])

export function isJump({ code }: Pick<QualityFinding, 'code'>): boolean {
  return jumpCodes.has(code)
}

export function narrowFindings<F extends QualityFinding>(findings: readonly F[], filter: QualityFilter): F[] {
  const { unitIds, level, code, kind, jumps } = filter
  const units = unitIds && unitIds.length > 0 ? new Set(unitIds) : null
  const words = filter.words?.trim().toLowerCase() ?? ''
  return findings.filter(
    (finding) =>
      (units === null || units.has(finding.unitId ?? 0)) &&
      (level === undefined || finding.level === level) &&
      (code === undefined || finding.code === code) &&
      (kind === undefined || finding.kind === kind) &&
      (jumps === undefined || isJump(finding)) &&
      (words === '' || says(finding, words)),
  )
}

function says({ name, unitName, label, message, title }: QualityFinding, words: string): boolean {
  return [name, unitName, label, message, title].some((text) => text.toLowerCase().includes(words))
}

const collator = new Intl.Collator('zh-CN', { numeric: true })

/** By one column; equal ones stay in their order. */
export function sortFindings<F extends QualityFinding>(findings: readonly F[], field: QualityOrder, descending: boolean): F[] {
  const way = descending ? -1 : 1
  if (field === 'level') return [...findings].sort((a, b) => way * (gravity[a.level] - gravity[b.level]))
  return [...findings].sort((a, b) => way * collator.compare(a[field], b[field]))
}

/** Each list is counted under all conditions but its own, so that it says what choosing another would bring. */
export function countFindings(findings: readonly QualityFinding[], filter: QualityFilter, units: readonly Unit[]): Omit<QualityCounts, 'enterprises' | 'previous'> {
  const without = (...left: (keyof QualityFilter)[]): QualityFinding[] =>
    narrowFindings(findings, Object.fromEntries(Object.entries(filter).filter(([name]) => !left.some((one) => one === name))))
  const byUnit = groupBy(without('unitIds'), ({ unitId }) => unitId ?? 0)
  const named = [...units.map(({ id, name }) => ({ unitId: id, unit: name })), { unitId: 0, unit: '' }]
  return {
    total: narrowFindings(findings, filter).length,
    levels: countLevels(without('level')),
    jumps: without('jumps').filter(isJump).length,
    codes: countByCode(without('code', 'jumps')),
    kinds: [...groupBy(without('kind'), ({ kind }) => kind)]
      .map(([kind, own]) => ({ kind, label: own[0]?.kindLabel ?? '', count: own.length }))
      .sort((a, b) => (kindOrder.get(a.kind) ?? 0) - (kindOrder.get(b.kind) ?? 0)),
    units: named.flatMap((unit) => {
      const own = byUnit.get(unit.unitId)
      return own ? [{ ...unit, levels: countLevels(own) }] : []
    }),
  }
}

export function countLevels(findings: readonly Pick<QualityFinding, 'level'>[]): Record<ProblemLevel, number> {
  const levels = { error: 0, warning: 0, notice: 0 }
  for (const { level } of findings) levels[level]++
  return levels
}

/** Findings counted by check, the gravest first, then by number; a check by the gravest level it was said with. */
export function countByCode(findings: readonly Pick<QualityFinding, 'code' | 'level' | 'title'>[]): QualityCounts['codes'] {
  const counts = new Map<string, QualityCounts['codes'][number]>()
  for (const { code, level, title } of findings) {
    const known = counts.get(code)
    if (!known) counts.set(code, { code, level, title, count: 1 })
    else {
      known.count++
      if (gravity[level] < gravity[known.level]) known.level = level
    }
  }
  return [...counts.values()].sort((a, b) => gravity[a.level] - gravity[b.level] || a.code.localeCompare(b.code))
}
