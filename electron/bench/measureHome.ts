import type { Input } from '../../shared/contract/index'
import { enterprises, openFullOffice, type Call } from './fullOffice'
import { sayRatio, timed } from './timed'

const rounds = 5

/** What 首页 asks, in its order. */
const asked = {
  'statistics.home': {},
  'work.due': {},
  'target.sheet': { year: 2026 },
} as const satisfies { [N in 'statistics.home' | 'work.due' | 'target.sheet']: Input<N> }

/** Prints what each call of 首页 costs over a full ledger, beside reading the columns its figures are told from. */
export async function measureHome(folder: string): Promise<void> {
  const { call, bare, close } = await openFullOffice(folder)
  const rows = bare.prepare('SELECT id, unit_id, operating_status, formal_members, planned_founding_on FROM enterprise WHERE deleted_at IS NULL')
  for (const name of Object.keys(asked) as (keyof typeof asked)[]) {
    const theirs: number[] = []
    const ours: number[] = []
    for (let round = 0; round <= rounds; round++) {
      const times = [await timed(() => rows.all()), await timed(() => ask(call, name))] as const
      if (round === 0) continue
      theirs.push(times[0])
      ours.push(times[1])
    }
    sayRatio(`首页 ${name} over ${enterprises} enterprises`, ours, theirs, 'reading five columns of them')
  }
  await close()
}

function ask(call: Call, name: keyof typeof asked): Promise<unknown> {
  return call(name, asked[name])
}
