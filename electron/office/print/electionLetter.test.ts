import { describe, expect, it } from 'vitest'
import { electionReminder } from '../../../shared/domain/electionReminder'
import { electionLetter, type ElectionLetterInput } from './electionLetter'

const today = '2026-07-10'
const months = { first: 6, last: 2 }

function letterTo(term: { lastElectionOn: string; extendedTo?: string; endsOn: string }) {
  const extendedTo = term.extendedTo ?? null
  const reminder = electionReminder(
    { lastElectionOn: term.lastElectionOn, foundedOn: null, termYears: null, type: '党支部', termEndsOn: null, extendedTo, remindedOn: null, reportedOn: null },
    today,
    months,
  )
  if (!reminder) throw new Error('nothing to remind of')
  const org: ElectionLetterInput['org'] = { name: '中共甲公司支部委员会', lastElectionOn: term.lastElectionOn, termYears: 3, endsOn: term.endsOn, extendedTo }
  const letter = electionLetter({ org, reminder, office: '某区委两新工委', today, requestMonths: months.last })
  return { ...letter, text: letter.body.flatMap((part) => (part.kind === 'paragraph' ? [part.text] : [])).join('\n') }
}

describe('electionLetter', () => {
  it('reminds six months before of what is to be done by when', () => {
    const letter = letterTo({ lastElectionOn: '2023-12-20', endsOn: '2026-12-20' })
    expect(letter).toMatchObject({
      title: '关于做好党组织换届工作的提示函', addressee: '中共甲公司支部委员会', signature: { office: '某区委两新工委', date: today, seal: true },
    })
    expect(letter.text).toContain('你党组织于2023年12月20日换届，每届任期3年，本届任期至2026年12月20日届满。')
    expect(letter.text).toContain('在届满前2个月向上级党组织报送换届请示')
  })

  it('asks for the request two months before', () => {
    const letter = letterTo({ lastElectionOn: '2023-08-20', endsOn: '2026-08-20' })
    expect(letter.title).toBe('关于报送党组织换届请示的提示函')
    expect(letter.text).toContain('于2026年8月20日前完成换届选举')
  })

  it('says how long it is overdue, an approved extension counted', () => {
    expect(letterTo({ lastElectionOn: '2023-07-01', endsOn: '2026-07-01' }).text).toContain('超过2026年7月1日已9天')
    const extended = letterTo({ lastElectionOn: '2022-07-05', extendedTo: '2026-07-05', endsOn: '2025-07-05' })
    expect(extended.text).toContain('本届任期至2025年7月5日届满，经批准延期至2026年7月5日。')
    expect(extended.text).toContain('超过2026年7月5日已5天')
  })

  it('asks for the result after an election', () => {
    const letter = letterTo({ lastElectionOn: '2026-06-20', endsOn: '2029-06-20' })
    expect(letter.title).toBe('关于报送党组织换届选举结果的提示函')
    expect(letter.text).toContain('请于2026年7月20日前将选举结果报送上级党组织。')
  })
})
