import type { Unit } from '../../../../shared/contract/unit'
import type { ServiceContext } from '../serviceContext'
import { checkRecords } from './checkRecords'
import { describeFindings, type DescribedFinding } from './describeFindings'
import { readQualityFacts } from './qualityFacts'

/** The whole list, as of one state of the ledger. */
export interface QualityList {
  findings: readonly DescribedFinding[]
  units: readonly Unit[]
  enterprises: number
  /** Label of the period that is compared with. */
  previous: string | null
}

export async function findQuality({ gate, settings }: ServiceContext, today: string): Promise<QualityList> {
  const inForce = await settings()
  const facts = await gate.read((manager) => readQualityFacts(manager, { settings: inForce, today }))
  const found = await checkRecords(facts, inForce)
  const findings = await gate.read((manager) => describeFindings(manager, found, facts, inForce))
  return { findings, units: facts.units, enterprises: facts.enterprises.length, previous: facts.before?.label ?? null }
}

/**
 * Asks anew only after a write or on another day, and one after the other: a list is asked for piece by piece, and by
 * several pages.
 */
export function keptQuality(context: ServiceContext): (asOf?: string) => Promise<QualityList> {
  let kept: { revision: number; today: string; list: Promise<QualityList> } | null = null
  let last: Promise<unknown> = Promise.resolve()
  return (asOf) => {
    const today = asOf ?? context.ports.clock.today()
    const revision = context.revision()
    if (kept?.revision === revision && kept.today === today) return kept.list
    const asked = { revision, today, list: last.then(() => findQuality(context, today)) }
    kept = asked
    // A refused one is asked again the next time.
    last = asked.list.catch(() => {
      if (kept === asked) kept = null
    })
    return asked.list
  }
}
