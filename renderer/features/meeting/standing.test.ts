import { expect, it } from 'vitest'
import { standingOf } from './standing'

const task = (deadline: string | null, state: string) => ({ values: { deadline, state } })

it.each([
  ['2026-06-28', '办理中', { words: '已超期 3 天', tone: 'bad' }],
  ['2026-07-01', '未启动', { words: '今天到期', tone: 'warn' }],
  ['2026-07-08', '未启动', { words: '还有 7 天', tone: 'warn' }],
  ['2026-07-09', '未启动', { words: '还有 8 天', tone: 'plain' }],
  ['2026-06-28', '已办结', null],
  [null, '办理中', null],
])('%s, %s', (deadline, state, standing) => {
  expect(standingOf(task(deadline, state), '2026-07-01')).toEqual(standing)
})
