import type { FindingFilter } from '../../../shared/contract/finding'
import type { ProblemLevel } from '../../../shared/contract/problem'
import type { Services } from '../dispatch'
import { checkTitles } from '../import/checkTitles'
import { placeKey } from '../import/placeKey'
import { shownWords, wordDomains } from '../import/wordDomains'
import { OfficeError } from '../officeError'
import { alikeCells } from './alikeCells'
import { groupBy } from './groupBy'
import { isAmong, planFindings, sortFindings, type ListedFinding } from './planFindings'
import { planIn, type ReadingStore, type StoredPlan } from './readingStore'
import type { ServiceContext } from './serviceContext'
import type { StoredReading } from './storedReading'

type FindingServices = Pick<Services, Extract<keyof Services, `finding.${string}`>>

/** 问题 of a plan that is looked at: listed by cell, and the cells that say the same as one. */
export function createFindingService(context: ServiceContext, store: ReadingStore): FindingServices {
  /** Of the last plan that was asked about: a list is asked for piece by piece. */
  const known = new WeakMap<StoredPlan, ListedFinding[]>()

  function readingsOf({ fileIds }: StoredPlan): StoredReading[] {
    return fileIds.flatMap((fileId) => store.readings.get(fileId) ?? [])
  }

  function findingsOf(planId: string): ListedFinding[] {
    const plan = planIn(store, planId)
    const findings = known.get(plan) ?? planFindings(plan.plan, readingsOf(plan))
    known.set(plan, findings)
    return findings
  }

  return {
    async 'finding.page'({ planId, filter, sort, offset, limit }) {
      const found = among(findingsOf(planId), filter)
      const ordered = sort ? sortFindings(found, sort.field, sort.descending) : found
      return { total: found.length, rows: ordered.slice(offset, offset + limit).map(({ listedUnder: _under, ...finding }) => finding) }
    },

    async 'finding.counts'({ planId, filter }) {
      const found = among(findingsOf(planId), filter)
      const of = (level: ProblemLevel): number => found.filter(({ problems }) => problems.some((one) => one.level === level)).length
      const codes = [...new Set(found.flatMap(({ listedUnder }) => listedUnder.map(({ code }) => code)))].sort()
      const sheets = groupBy(found, ({ sheet }) => sheet ?? '')
      return {
        levels: { error: of('error'), warning: of('warning'), notice: of('notice') },
        codes: codes.map((code) => ({ code, title: checkTitles[code] ?? '', count: found.filter((finding) => isAmong(finding, { code })).length })),
        sheets: [...sheets].flatMap(([sheet, rows]) => (sheet === '' ? [] : [{ sheet, count: rows.length }])),
        corrected: found.filter(({ was }) => was !== null).length,
      }
    },

    async 'finding.alike'({ planId, cell, everywhere }) {
      const alike = alikeCells(readingsOf(planIn(store, planId)), cell, everywhere)
      if (!alike) throw new OfficeError('not-found', { reason: 'missing' })
      const { words } = await context.settings()
      const { domain, ...told } = alike
      return { ...told, words: domain && { domain, label: wordDomains[domain], values: shownWords(domain, words) } }
    },
  }
}

function among(findings: readonly ListedFinding[], filter: FindingFilter): ListedFinding[] {
  const { cells } = filter
  const wanted = cells && new Set(cells.map((cell) => `${cell.fileId}|${placeKey(cell)}`))
  return findings.filter((finding) => (!wanted || wanted.has(`${finding.fileId}|${placeKey(finding)}`)) && isAmong(finding, filter))
}
