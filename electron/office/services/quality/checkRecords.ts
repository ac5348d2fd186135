import { setImmediate } from 'node:timers/promises'
import type { OfficeSettings } from '../../../../shared/domain/officeSettings'
import { recordKinds, type RecordKind } from '../../../../shared/record/recordKind'
import { enterpriseFindings } from './enterpriseFindings'
import { fieldFindings } from './fieldFindings'
import { jumpFindings } from './jumpFindings'
import { orgFindings } from './orgFindings'
import type { QualityFacts } from './qualityFacts'
import type { RecordFinding } from './recordFinding'
import { suspectFindings } from './suspectFindings'
import { workFindings } from './workFindings'

type Check = (facts: QualityFacts, settings: OfficeSettings) => RecordFinding[]

const fieldChecks = recordKinds.map((kind): Check => (facts, settings) => fieldFindings(kind, facts, settings))
const allChecks: readonly Check[] = [...fieldChecks, enterpriseFindings, orgFindings, workFindings, suspectFindings, jumpFindings]

/**
 * Every check that makes sense over what is kept (docs/domain.md 11.6), each finding once. Between the checks others
 * get their turn.
 */
export async function checkRecords(facts: QualityFacts, settings: OfficeSettings, checks = allChecks): Promise<RecordFinding[]> {
  const found: RecordFinding[] = []
  for (const check of checks) {
    for (const finding of check(facts, settings)) found.push(finding)
    await setImmediate()
  }
  return found
}

/** Checks whose outcome depends on the rules and limits of the settings, and the kinds they look at. */
export const settledChecks: readonly Check[] = [enterpriseFindings, orgFindings, jumpFindings]
export const settledKinds: readonly RecordKind[] = ['enterprise', 'partyOrg', 'coverage', 'secretaryTerm']
