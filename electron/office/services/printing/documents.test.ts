import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PrintedThing } from '../../../../shared/contract/print'
import { createSampleOffice } from '../../testing/createSampleOffice'
import type { TestOffice } from '../../testing/createTestOffice'
import { showPhones } from '../../testing/showPhones'

let office: TestOffice
beforeAll(async () => {
  office = await createSampleOffice()
  await showPhones(office)
}, 60_000)
afterAll(() => office.close())

async function textOf(what: PrintedThing, hidePhones?: boolean): Promise<string> {
  const { html } = await office.call('print.html', { what, hidePhones })
  return html.slice(html.indexOf('<body>')).replace(/<[^>]+>/g, '|')
}

async function idsOf(kind: 'enterprise' | 'visit', limit: number): Promise<number[]> {
  const { rows } = await office.call('record.page', { kind, limit })
  return rows.map(({ id }) => id)
}

describe('一企一档', () => {
  it('tells all that is kept: basics, coverage, organisation, secretary, contact, deliveries, goals, visits, funds, changes', async () => {
    const { rows: visits } = await office.call('record.page', { kind: 'visit', limit: 1 })
    const id = Number(visits[0]?.values['enterpriseId'])
    const { row, history } = await office.call('enterprise.get', { id })
    const text = await textOf({ kind: 'enterpriseCards', question: { ids: [id] } })
    for (const part of ['名称和身份', '党员队伍', '党的组织覆盖和工作覆盖', '指导员、联络员', '三建三送', '六有评定', '走访', '党建经费', '变动记录']) expect(text).toContain(part)
    expect(text).toContain(row.enterpriseName)
    expect(text).toContain(row.status)
    expect(text).toContain(String(visits[0]?.values['content']))
    expect(history.length).toBeGreaterThan(0)
    expect(text).toContain(history[0]?.action)
  })

  it('names organisation and secretary, and the enterprises of a joint one', async () => {
    const { rows } = await office.call('enterprise.page', { filter: { coverage: ['联合'] }, limit: 1 })
    const row = rows[0]
    const text = await textOf({ kind: 'enterpriseCards', question: { ids: [row?.id ?? 0] } })
    expect(text).toContain('共同组建')
    expect(text).toContain(row?.partyOrgName)
    expect(text).toContain('党组织书记')
  })

  it('prints telephones as the setting says', async () => {
    const { rows } = await office.call('record.page', { kind: 'enterprise', limit: 50 })
    const called = rows.find(({ values }) => values['contactPhone'] !== null)
    const phone = String(called?.values['contactPhone'])
    const what: PrintedThing = { kind: 'enterpriseCards', question: { ids: [called?.id ?? 0] } }
    expect(await textOf(what)).toContain(phone)
    await office.call('setting.save', { settings: { work: { printPhones: false } } })
    expect(await textOf(what)).not.toContain(phone)
    await office.call('setting.save', { settings: { work: { printPhones: true } } })
  })

  it('hides telephones where it is asked to, landlines, the history and free text among them, and no other figure', async () => {
    const { saved } = await office.call('record.save', {
      changes: [{
        kind: 'enterprise',
        id: -1,
        values: { name: '隐藏电话公司', unitId: 1, creditCode: null, contactName: '张三', contactPhone: '0571-88886666', note: '找13912345678', registeredCapital: 1_234_567_800 },
      }],
    })
    const id = saved[0]?.id ?? 0
    await office.call('record.save', { changes: [{ kind: 'enterprise', id, values: { contactPhone: '13800000001' } }] })
    const card: PrintedThing = { kind: 'enterpriseCards', question: { ids: [id] } }
    const [plain, hidden] = [await textOf(card), await textOf(card, true)]
    for (const number of ['0571-88886666', '13800000001', '13912345678']) {
      expect(plain).toContain(number)
      expect(hidden).not.toContain(number)
    }
    for (const mask of ['0571-****6666 → 138****0001', '找139****5678']) expect(hidden).toContain(mask)
    expect(hidden.replace(/1\d{2}\*{4}\d{4}|0571-\*{4}\d{4}/g, '')).not.toContain('*')

    await office.call('record.save', { changes: [{ kind: 'enterprise', id, values: { contactPhone: '0571-88886666' } }] })
    const visit = await office.call('record.save', {
      changes: [{ kind: 'visit', id: -1, values: { enterpriseId: id, visitedOn: '2026-06-01', liaisonId: 1, mode: '实地', content: '回电13912345678' } }],
    })
    const record: PrintedThing = { kind: 'visitCards', question: { ids: [visit.saved[0]?.id ?? 0] } }
    expect(await textOf(record)).toContain('张三 0571-88886666')
    const masked = await textOf(record, true)
    expect(masked).toContain('张三 0571-****6666')
    expect(masked).toContain('回电139****5678')

    await office.call('setting.save', { settings: { privacy: { hideExported: true } } })
    expect(await textOf(record)).toContain('张三 0571-****6666')
    await office.call('setting.save', { settings: { privacy: { hideExported: false } } })
  })

  it('prints several, each on pages of its own, in the order asked for; none that are gone', async () => {
    const [a = 0, b = 0] = await idsOf('enterprise', 2)
    const plan = await office.call('print.plan', { what: { kind: 'enterpriseCards', question: { ids: [b, a] } } })
    expect(plan).toMatchObject({ rows: 2, layout: { paper: 'A4', landscape: false } })
    const { html } = await office.call('print.html', { what: { kind: 'enterpriseCards', question: { ids: [b, a] } } })
    expect(html.match(/<section /g)).toHaveLength(2)
    expect(await office.failure('print.plan', { what: { kind: 'enterpriseCards', question: { ids: [999_999] } } })).toMatchObject({ code: 'not-found' })
  })
})

describe('走访记录卡', () => {
  it('holds one visit a page, with room for a hand', async () => {
    const ids = await idsOf('visit', 3)
    const { html } = await office.call('print.html', { what: { kind: 'visitCards', question: { ids } } })
    expect(html.match(/<section /g)).toHaveLength(3)
    const text = html.replace(/<[^>]+>/g, '|')
    expect(text).toContain('走访(指导)内容')
    expect(text).toContain('企业负责人签字')
  })
})

describe('换届提示函', () => {
  it('goes to every organisation asked for that has a term', async () => {
    const { rows } = await office.call('partyOrg.terms', { year: 2026 })
    const due = rows.filter(({ reminder }) => reminder !== null).slice(0, 3)
    const text = await textOf({ kind: 'electionLetters', question: { ids: due.map(({ id }) => id) } })
    for (const { name } of due) expect(text).toContain(`${name}：`)
    expect(text.match(/特此提示。/g)).toHaveLength(3)
  })

  it('is refused where nobody stated a term', async () => {
    const { saved } = await office.call('record.save', {
      changes: [{ kind: 'partyOrg', id: -1, values: { name: '中共新支部委员会', unitId: 1, orgType: '党支部', mode: '单独组建' } }],
    })
    const what: PrintedThing = { kind: 'electionLetters', question: { ids: [saved[0]?.id ?? 0] } }
    expect(await office.failure('print.plan', { what })).toMatchObject({ code: 'invalid', details: { reason: 'no-letter' } })
  })
})

describe('通报', () => {
  it('says who reported and who did not, with the table', async () => {
    const reported = await textOf({ kind: 'circular', question: { from: '2026-11-01', to: '2026-11-30' } })
    expect(reported).toContain('没有未报送的单位')
    const missing = await textOf({ kind: 'circular', question: { from: '2026-01-01', to: '2026-01-31' } })
    expect(missing).toContain('尚未报送的单位12个')
    expect(missing).toContain('报送情况表')
  })
})
