import type { ProblemLevel } from '../../shared/contract/problem'
import { problemLevels } from '../../shared/domain/problemLevel'

const tones = {
  error: { tone: 'bad' },
  warning: { tone: 'warn' },
  notice: {},
} as const satisfies Record<ProblemLevel, { tone?: 'bad' | 'warn' }>

/** The levels of findings for BasePills, the gravest first, each with how many there are. */
export function levelPills(
  texts: Readonly<Record<ProblemLevel, { name: string; note: string }>>,
  counts: Readonly<Record<ProblemLevel, number>> | undefined,
) {
  return problemLevels.map((level) => {
    const { name, note } = texts[level]
    return { key: level, text: `${name} ${counts?.[level] ?? 0}`, note, ...tones[level] }
  })
}
