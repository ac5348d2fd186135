import { expect, it } from 'vitest'
import { standingText, standingTone } from './standing'

const task = (deadline: string | null, state: string) => ({ values: { deadline, state } })

it('chases what is not finished', () => {
  expect(standingText(task('2026-06-28', '办理中'), '2026-07-01')).toBe('已超期 3 天')
  expect(standingTone(task('2026-06-28', '办理中'), '2026-07-01')).toBe('bad')
  expect(standingText(task('2026-07-01', '未启动'), '2026-07-01')).toBe('今天到期')
  expect(standingTone(task('2026-07-08', '未启动'), '2026-07-01')).toBe('warn')
  expect(standingTone(task('2026-07-09', '未启动'), '2026-07-01')).toBe('plain')
})

it('leaves what is finished or has no deadline alone', () => {
  for (const row of [task('2026-06-28', '已办结'), task(null, '办理中')]) {
    expect(standingText(row, '2026-07-01')).toBe('')
    expect(standingTone(row, '2026-07-01')).toBeNull()
  }
})
