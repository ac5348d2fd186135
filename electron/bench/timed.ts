import { performance } from 'node:perf_hooks'
import { median } from './median'

/** Seconds one run of the work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}

/** Processor seconds one run of the work takes: a bound that holds on a busy computer too. */
export async function busySeconds(work: () => unknown): Promise<number> {
  const begun = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1_000_000
}

/** The median of some seconds, in words. */
export function milliseconds(times: readonly number[]): string {
  return `${(median(times) * 1000).toFixed(1)} ms`
}

/** One line of the bench: our time, the reference's, and the median of the ratios of the rounds. */
export function sayRatio(what: string, ours: readonly number[], theirs: readonly number[], reference: string): void {
  const ratio = median(ours.map((time, i) => time / (theirs[i] ?? Number.NaN)))
  process.stdout.write(`${what}: ${milliseconds(ours)} against ${milliseconds(theirs)} for ${reference}, ratio ${ratio.toFixed(2)}\n`)
}
