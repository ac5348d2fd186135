import type { AssessmentSheet } from '../../../../shared/contract/assessment'
import type { EntityManager } from '../../db/gate'
import { recordRepository } from '../../db/repositories/recordRepository'
import { OfficeError } from '../../officeError'
import { assessmentSheet } from '../assessmentSheet'
import type { FormScene } from './formScene'

/** The assessment of a year; of several schemes the last one made. Throws OfficeError `not-found` {reason, year}. */
export async function schemeOfYear(manager: EntityManager, { year, asOf, settings }: FormScene): Promise<AssessmentSheet> {
  const { rows } = await recordRepository.page(manager, 'scheme', {
    filter: { is: { year: [year] }, words: [] }, sort: null, offset: 0, limit: 100,
  })
  const latest = Math.max(...rows.map(({ id }) => id))
  if (rows.length === 0) throw new OfficeError('not-found', { reason: 'no-scheme', year })
  return assessmentSheet(manager, latest, { settings, today: asOf })
}
