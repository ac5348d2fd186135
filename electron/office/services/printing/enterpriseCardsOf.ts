import type { EnterpriseDetail } from '../../../../shared/contract/enterprise'
import type { RecordRow } from '../../../../shared/contract/record'
import { chineseDate } from '../../../../shared/domain/calendarDate'
import { namesPhone } from '../../../../shared/domain/phoneMask'
import { enterpriseGroups, planFields } from '../../../../shared/record/enterpriseGroups'
import { ownDefinition } from '../../../../shared/record/ownDefinition'
import { showMoney } from '../../../../shared/record/showField'
import type { EntityManager } from '../../db/gate'
import { cardSheet, type CardFact, type CardSection } from '../../forms/card/cardSheet'
import { OfficeError } from '../../officeError'
import { enterpriseDetailOf } from '../enterpriseService'
import type { ServiceContext } from '../serviceContext'
import { recordsByIds, recordsOf } from './cardRecords'
import { cardPhones, factsOf, maskText, shown, tableOf, type CardWording } from './cardSections'
import type { Printable } from './printable'

/** Lines of what goes on for years: the latest stand on the card, the rest in the ledgers. */
const latest = { visits: 20, funds: 20, activities: 10, goals: 8, changes: 30 }
/** Stated or not, they stand on every card. */
const always = ['name', 'unitId', 'creditCode', 'operatingStatus', 'enterpriseType', 'industry', 'isAboveScale', 'employees', 'contactName', 'formalMembers']

/** 一企一档: all that is kept of each enterprise, on pages of its own. */
export async function enterpriseCardsOf(context: ServiceContext, { ids }: { ids: readonly number[] }): Promise<Printable> {
  const settings = await context.settings()
  const today = context.ports.clock.today()
  const scene = { wording: settings, phones: cardPhones(settings) }
  const rows = await context.gate.read((manager) => recordsByIds(context, manager, 'enterprise', ids))
  const [first] = rows
  if (!first) throw new OfficeError('not-found', { kind: 'enterprise' })
  const sheets = []
  for (const [index, row] of rows.entries()) {
    const detail = await enterpriseDetailOf(context, { id: row.id })
    const sections = await context.gate.read((manager) => sectionsOf({ context, manager, scene }, row, detail))
    const line = [`填报单位(盖章):${row.unitName ?? settings.names.officeName}`, chineseDate(today)] as const
    sheets.push(cardSheet({ name: String(index + 1), title: '非公有制企业党建工作一企一档', line, sections, signatures: ['填表人', '审核人', '填报日期'] }))
  }
  const named = rows.length === 1 ? String(first.values['name']) : `${rows.length}家企业`
  const name = `一企一档_${named}_${today}`.replace(/[*?:\\/"<>|]/g, ' ')
  return { title: name, fileName: name, rows: rows.length, hidesOwnPhones: true, content: { shape: 'sheets', spec: { creator: '双覆盖台账', createdAt: `${today}T00:00:00Z`, sheets } } }
}

interface Reader {
  context: ServiceContext
  manager: EntityManager
  scene: CardWording
}

async function sectionsOf(reader: Reader, row: RecordRow, detail: EnterpriseDetail): Promise<CardSection[]> {
  const { scene } = reader
  const groups = enterpriseGroups.filter(({ fields }) => fields !== planFields)
  const own = groups.map(({ title, fields }): CardSection => ({ kind: 'facts', title, facts: factsOf('enterprise', row, fields, scene, always) }))
  const plan: CardSection = { kind: 'facts', title: '未建原因和组建计划', facts: factsOf('enterprise', row, planFields, scene) }
  return [
    ...own.filter(hasFacts),
    { kind: 'facts', title: '党的组织覆盖和工作覆盖', facts: coverageFacts(detail) },
    ...(detail.partyOrg ? await orgSections(reader, detail.partyOrg) : []),
    ...[plan].filter(hasFacts),
    ...(await workSections(reader, row.id, detail.partyOrg?.id ?? null)),
    changes(detail, scene),
  ]
}

function hasFacts(section: CardSection): boolean {
  return section.kind !== 'facts' || section.facts.length > 0
}

function coverageFacts({ row, reasons, partyOrg }: EnterpriseDetail): CardFact[] {
  return [
    { label: '覆盖状态', value: row.status },
    { label: '实体运营', value: row.inBase ? '是' : '否' },
    { label: '依据', value: reasons.join('；'), wide: true },
    ...(partyOrg && partyOrg.covered.length > 1
      ? [{ label: '共同组建', value: partyOrg.covered.map(({ name }) => name).join('、'), wide: true }]
      : []),
  ]
}

async function orgSections({ context, manager, scene }: Reader, partyOrg: NonNullable<EnterpriseDetail['partyOrg']>): Promise<CardSection[]> {
  const [org] = await recordsByIds(context, manager, 'partyOrg', [partyOrg.id])
  if (!org) return []
  const secretaries = await recordsOf(context, manager, 'secretaryTerm', { partyOrgId: org.id }, 10)
  const fields = [
    'name', 'unitId', 'orgType', 'mode', 'jointBasis', 'parentOrgName', 'foundedOn', 'approvalNo', 'deputySecretaries', 'committeeSize',
    'contactName', 'contactPhone', 'placeArea', 'grade', 'isStandard', 'lastElectionOn', 'termYears', 'extendedTo', 'plannedElectionOn',
  ]
  const ends = shown('partyOrg', org, 'endsOn', scene)
  const facts: CardFact[] = [
    ...factsOf('partyOrg', org, fields, scene),
    ...(ends === '' ? [] : [{ label: '届满时间', value: ends }, { label: '届期状态', value: shown('partyOrg', org, 'electionState', scene) }]),
  ]
  const columns = [
    { name: 'name', span: 2 }, { name: 'source', span: 2 }, { name: 'identity', span: 2 }, { name: 'since', span: 2 }, { name: 'until', span: 2 },
    { name: 'phone', span: 2 },
  ] as const
  return [
    { kind: 'facts', title: '党组织', facts },
    tableOf('secretaryTerm', '党组织书记', columns, secretaries, { ...scene, none: '书记空缺' }),
  ]
}

async function workSections({ context, manager, scene }: Reader, enterpriseId: number, partyOrgId: number | null): Promise<CardSection[]> {
  const of = { enterpriseId }
  const read = (...[kind, filter, limit]: [kind: Parameters<typeof recordsOf>[2], filter: Parameters<typeof recordsOf>[3], limit?: number]) =>
    recordsOf(context, manager, kind, filter, limit)
  const orgFunds = partyOrgId === null ? [] : await read('fundEntry', { partyOrgId }, 5000)
  const funds = latestFirst([...(await read('fundEntry', of, 5000)), ...orgFunds])
  const goal = (name: string) => ({ name, span: 1, header: ownDefinition('goalCheck', scene.wording).fields[name]?.label ?? name })
  return [
    tableOf('assignment', '指导员、联络员', [
      { name: 'liaisonId', header: '姓名', span: 2 }, { name: 'liaisonKind', header: '类别', span: 2 }, { name: 'from', span: 2 }, { name: 'to', span: 2 },
      { name: 'frequencyUnit', header: '每', span: 1 }, { name: 'frequencyTimes', header: '走访', span: 1 }, { name: 'liaisonPhone', header: '联系电话', span: 2 },
    ], await read('assignment', of), { ...scene, none: '没有选派指导员、联络员' }),
    tableOf('delivery', '三建三送', [
      { name: 'item', span: 3 }, { name: 'state', span: 2 }, { name: 'quantity', span: 1 }, { name: 'unitLabel', header: '单位', span: 1 }, { name: 'amount', span: 2 },
      { name: 'doneOn', span: 2 }, { name: 'receiver', span: 1 },
    ], await read('delivery', of), { ...scene, none: '没有三建三送记录' }),
    tableOf('goalCheck', '六有评定', [
      { name: 'period', span: 3 }, { name: 'checkedOn', span: 3 }, goal('orgMet'), goal('placeMet'), goal('fundMet'), goal('activityMet'), goal('ruleMet'), goal('effectMet'),
    ], await read('goalCheck', of, latest.goals), { ...scene, none: '没有评定' }),
    tableOf('visit', `走访(最近 ${latest.visits} 次)`, [
      { name: 'visitedOn', span: 2 }, { name: 'liaisonId', header: '走访人', span: 1 }, { name: 'mode', span: 1 }, { name: 'content', span: 4, align: 'left' },
      { name: 'problem', span: 3, align: 'left' }, { name: 'resolution', span: 1 },
    ], await read('visit', of, latest.visits), { ...scene, none: '没有走访记录' }),
    tableOf('activity', `活动(最近 ${latest.activities} 次)`, [
      { name: 'heldOn', span: 2 }, { name: 'carrier', span: 3 }, { name: 'title', span: 5, align: 'left' }, { name: 'attendance', span: 2 },
    ], await read('activity', of, latest.activities), { ...scene, none: '没有活动记录' }),
    tableOf('fundEntry', `党建经费(本企业和所属党组织；${sums(funds)})`, [
      { name: 'occurredOn', span: 2 }, { name: 'direction', span: 1 }, { name: 'source', header: '来源', span: 2 }, { name: 'use', header: '用途', span: 2 },
      { name: 'amount', span: 2, align: 'right' }, { name: 'summary', span: 3, align: 'left' },
    ], funds.slice(0, latest.funds), { ...scene, none: '没有经费收支' }),
  ]
}

function latestFirst(funds: readonly RecordRow[]): RecordRow[] {
  const on = (row: RecordRow): string => String(row.values['occurredOn'] ?? '')
  const once = [...new Map(funds.map((row) => [row.id, row])).values()]
  return once.sort((a, b) => (on(a) < on(b) ? 1 : on(a) > on(b) ? -1 : b.id - a.id))
}

function sums(funds: readonly RecordRow[]): string {
  const sum = (direction: string): number =>
    funds.reduce((all, { values }) => all + (values['direction'] === direction ? Number(values['amount']) : 0), 0)
  const [income, expense] = [sum('收入'), sum('支出')]
  const left = income - expense
  return `收入 ${showMoney(income, '元')} 元，支出 ${showMoney(expense, '元')} 元，结余 ${left < 0 ? '-' : ''}${showMoney(Math.abs(left), '元')} 元`
}

function changes({ history }: EnterpriseDetail, { phones }: CardWording): CardSection {
  return {
    kind: 'table',
    title: `变动记录(最近 ${latest.changes} 次)`,
    columns: [{ header: '时间', span: 2 }, { header: '事项', span: 2 }, { header: '经办人', span: 1 }, { header: '变动内容', span: 7, align: 'left' }],
    rows: history.slice(0, latest.changes).map(({ at, action, operator, changes: made }) => [
      at.slice(0, 10),
      action,
      operator,
      made
        .filter(({ label }) => phones !== 'none' || !namesPhone(label))
        .map(({ label, before, after }) => {
          const [was, is] = [before, after].map((text) => (phones === 'hidden' ? maskText(text, namesPhone(label)) : text))
          return was === '' ? `${label}：${is}` : `${label}：${was} → ${is || '空'}`
        })
        .join('；'),
    ]),
    none: '没有变动',
  }
}
