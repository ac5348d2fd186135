import type { S1CountColumn } from '../../../../shared/domain/s1'
import type { CoverageStatus } from '../../../../shared/domain/valueDomain'
import type { CoverageFactsSql } from './coverageSql'
import { all, oneOf, type Sql } from './sql'

const built: CoverageStatus[] = ['单独', '联合']
const unbuilt: CoverageStatus[] = ['工作覆盖(联络)', '工作覆盖(群团)', '未覆盖']

/** The enterprises counted in one column of table S1 (docs/domain.md, S1): the same condition counts and lists them. */
export function figureSql(column: S1CountColumn, facts: CoverageFactsSql): Sql {
  const { registered, inBase, eligible, aboveScale } = facts
  const has = (...statuses: CoverageStatus[]): Sql => oneOf(facts.status, statuses)
  switch (column) {
    case 'C':
      return registered
    case 'D':
      return inBase
    case 'E':
      return all([inBase, aboveScale])
    case 'F':
      return all([inBase, eligible])
    case 'G':
      return all([inBase, has(...built)])
    case 'H':
      return all([inBase, has('单独')])
    case 'I':
      return all([inBase, has('联合')])
    case 'L':
      return all([inBase, eligible, has(...built)])
    case 'M':
      return all([inBase, eligible, has(...unbuilt)])
    case 'O':
      return all([inBase, aboveScale, has(...built)])
    case 'Q':
      return all([inBase, has(...unbuilt)])
    case 'R':
      return all([inBase, has('工作覆盖(联络)')])
    case 'S':
      return all([inBase, has('工作覆盖(群团)')])
    case 'T':
      return all([inBase, has('工作覆盖(联络)', '工作覆盖(群团)')])
    case 'U':
      return all([inBase, has('未覆盖')])
  }
}
