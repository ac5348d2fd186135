import { expect, it } from 'vitest'
import { answerState } from './answerStanding'

it('counts the last day as in time and an answer as the end of it', () => {
  const today = '2026-07-15'
  expect(answerState('待答复', '2026-07-14', today)).toBe('已超期')
  expect(answerState('办理中', '2026-07-15', today)).toBe('7天内到期')
  expect(answerState('办理中', '2026-07-22', today)).toBe('7天内到期')
  expect(answerState('办理中', '2026-07-23', today)).toBe('未到期')
  expect(answerState('待答复', null, today)).toBe('无期限')
  expect(answerState('已答复', '2026-07-01', today)).toBe('已答复')
})
