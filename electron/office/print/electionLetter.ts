import { chineseDate, type CalendarDate } from '../../../shared/domain/calendarDate'
import type { ElectionReminder } from '../../../shared/domain/electionReminder'
import type { LetterSpec } from './letterSpec'

export interface ElectionLetterInput {
  org: {
    name: string
    lastElectionOn: CalendarDate | null
    /** Of its type or its own; null where it has none. */
    termYears: number | null
    endsOn: CalendarDate
    extendedTo: CalendarDate | null
  }
  reminder: Pick<ElectionReminder, 'step' | 'dueOn' | 'days'>
  /** Who signs. */
  office: string
  today: CalendarDate
  /** Months before the end of the term by which the request is to be sent in (setting electionLastMonths). */
  requestMonths: number
}

/** 换届提示函 to one organisation (docs/domain.md, terms): what ends when, and what is asked of it by then. */
export function electionLetter({ org, reminder, office, today, requestMonths }: ElectionLetterInput): LetterSpec {
  const asked = {
    发提醒函: { title: '关于做好党组织换届工作的提示函', body: soon(org, reminder.dueOn, requestMonths) },
    报请示: { title: '关于报送党组织换届请示的提示函', body: request(org, reminder.dueOn) },
    届满未换: { title: '关于抓紧做好党组织换届工作的提示函', body: overdue(org, reminder) },
    报换届结果: { title: '关于报送党组织换届选举结果的提示函', body: result(org, reminder.dueOn) },
  }[reminder.step]
  return {
    title: asked.title,
    addressee: org.name,
    body: [...asked.body, '特此提示。'].map((text) => ({ kind: 'paragraph', text })),
    signature: { office, date: today, seal: true },
  }
}

type Org = ElectionLetterInput['org']

/** 本届任期 and when it ends, the approved extension named beside it. */
function term({ lastElectionOn, termYears, endsOn, extendedTo }: Org): string {
  const since = lastElectionOn === null ? '' : `于${chineseDate(lastElectionOn)}换届，`
  const years = termYears === null ? '' : `每届任期${termYears}年，`
  const extended = extendedTo !== null && extendedTo > endsOn ? `，经批准延期至${chineseDate(extendedTo)}` : ''
  return `你党组织${since}${years}本届任期至${chineseDate(endsOn)}届满${extended}。`
}

function soon(org: Org, dueOn: CalendarDate, requestMonths: number): string[] {
  return [
    term(org),
    `请提前谋划换届工作，在届满前${requestMonths}个月向上级党组织报送换届请示，经批复后于${chineseDate(dueOn)}前完成换届选举，并在选举后1个月内报告选举结果。`,
    '因特殊情况需要提前或者延期换届的，应当报上级党组织批准，延长期限一般不超过1年。',
  ]
}

function request(org: Org, dueOn: CalendarDate): string[] {
  return [
    term(org),
    `请尽快向上级党组织报送换届请示，经批复后于${chineseDate(dueOn)}前完成换届选举，并在选举后1个月内报告选举结果。已报送请示的，请按批复抓紧组织实施。`,
  ]
}

function overdue(org: Org, { dueOn, days }: Pick<ElectionReminder, 'dueOn' | 'days'>): string[] {
  return [
    term(org),
    `截至目前，你党组织超过${chineseDate(dueOn)}已${-days}天，台账中没有换届记录，也没有延期批复。`,
    '请抓紧向上级党组织报送换届请示并组织换届选举；已经换届的，请报送选举结果。因特殊情况不能按期换届的，请书面说明原因和计划换届时间。',
  ]
}

function result({ lastElectionOn }: Org, dueOn: CalendarDate): string[] {
  const when = lastElectionOn === null ? '' : `于${chineseDate(lastElectionOn)}`
  return [`你党组织${when}进行了换届选举，台账中没有选举结果报告。`, `请于${chineseDate(dueOn)}前将选举结果报送上级党组织。`]
}
