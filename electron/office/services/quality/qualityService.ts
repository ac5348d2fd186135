import type { Services } from '../../dispatch'
import { writeWorkbook } from '../../excel/writeWorkbook'
import type { ServiceContext } from '../serviceContext'
import type { QualityList } from './findQuality'
import { countFindings, narrowFindings, sortFindings } from './narrowFindings'
import { qualityWorkbook } from './qualityWorkbook'

type QualityServices = Pick<Services, 'quality.page' | 'quality.counts' | 'quality.export'>

/** 数据核查: the list of what the checks say of what is kept. */
export function createQualityService({ ports }: ServiceContext, listed: (asOf?: string) => Promise<QualityList>): QualityServices {
  return {
    async 'quality.page'({ filter, sort, offset, limit, asOf }) {
      const found = narrowFindings((await listed(asOf)).findings, filter)
      const ordered = sort ? sortFindings(found, sort.field, sort.descending) : found
      return { total: found.length, rows: ordered.slice(offset, offset + limit).map(({ place: _place, ...finding }) => finding) }
    },

    async 'quality.counts'({ filter, asOf }) {
      const { findings, units, enterprises, previous } = await listed(asOf)
      return { enterprises, previous, ...countFindings(findings, filter, units) }
    },

    async 'quality.export'({ filter, sort }) {
      const found = narrowFindings((await listed()).findings, filter)
      const ordered = sort ? sortFindings(found, sort.field, sort.descending) : found
      const today = ports.clock.today()
      return { fileName: `数据核查_${today}.xlsx`, bytes: await writeWorkbook(qualityWorkbook(ordered, today)), rows: ordered.length }
    },
  }
}
