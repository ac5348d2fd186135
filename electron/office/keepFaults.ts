import type { OfficePorts } from './ports'

/** A bug as a person was shown it. */
export interface Fault {
  /** ISO instant. */
  at: string
  reference: string
}

/** How many are kept: the latest tell what is going wrong now. */
const most = 20

/** Hears what is logged and keeps the bugs of this run by reference. */
export function keepFaults({ log, clock }: Pick<OfficePorts, 'log' | 'clock'>): { log: OfficePorts['log']; faults(): Fault[] } {
  const kept: Fault[] = []
  return {
    log(entry) {
      if (entry.reference !== undefined) {
        kept.push({ at: clock.now(), reference: entry.reference })
        kept.splice(0, Math.max(0, kept.length - most))
      }
      log(entry)
    },
    faults: () => [...kept],
  }
}
