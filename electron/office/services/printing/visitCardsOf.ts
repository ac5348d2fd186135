import { chineseDate } from '../../../../shared/domain/calendarDate'
import { cardSheet, type CardSection } from '../../forms/card/cardSheet'
import { OfficeError } from '../../officeError'
import type { ServiceContext } from '../serviceContext'
import { recordsByIds } from './cardRecords'
import { cardPhones, shown, type CardWording } from './cardSections'
import type { RecordRow } from '../../../../shared/contract/record'
import type { Printable } from './printable'

/** 走访记录卡 (F05, one page a visit): what is known is filled in, the rest is room for a hand. */
export async function visitCardsOf(context: ServiceContext, { ids }: { ids: readonly number[] }): Promise<Printable> {
  const settings = await context.settings()
  const today = context.ports.clock.today()
  const scene = { wording: settings, phones: cardPhones(settings) }
  const [visits, enterprises] = await context.gate.read(async (manager) => {
    const rows = await recordsByIds(context, manager, 'visit', ids)
    const named = await recordsByIds(context, manager, 'enterprise', rows.map(({ values }) => Number(values['enterpriseId'])))
    return [rows, new Map(named.map((row) => [row.id, row]))] as const
  })
  if (visits.length === 0) throw new OfficeError('not-found', { kind: 'visit' })
  const sheets = visits.map((visit, index) =>
    cardSheet({
      name: String(index + 1),
      title: '党建工作指导员(联络员)走访记录卡',
      line: [`填报单位(盖章):${visit.unitName ?? settings.names.officeName}`, chineseDate(String(visit.values['visitedOn']))],
      sections: sectionsOf(visit, enterprises.get(Number(visit.values['enterpriseId'])), scene),
      signatures: ['指导员(联络员)签字', '企业负责人签字'],
    }),
  )
  const [first] = visits
  const named = visits.length === 1 && first ? `${first.names['enterpriseId'] ?? ''}_${String(first.values['visitedOn'])}` : `${visits.length}次`
  const name = `走访记录卡_${named}`.replace(/[*?:\\/"<>|]/g, ' ')
  return { title: name, fileName: name, rows: visits.length, hidesOwnPhones: true, content: { shape: 'sheets', spec: { creator: '双覆盖台账', createdAt: `${today}T00:00:00Z`, sheets } } }
}

function sectionsOf(visit: RecordRow, enterprise: RecordRow | undefined, scene: CardWording): CardSection[] {
  const of = (name: string): string => shown('visit', visit, name, scene)
  const ofEnterprise = (name: string): string => (enterprise ? shown('enterprise', enterprise, name, scene) : '')
  const contact = [ofEnterprise('contactName'), ofEnterprise('contactPhone')].filter((part) => part !== '').join(' ')
  return [
    {
      kind: 'facts',
      title: '走访情况',
      facts: [
        { label: '企业名称', value: of('enterpriseId'), wide: true },
        { label: '经营地址', value: ofEnterprise('businessAddress'), wide: true },
        { label: '走访时间', value: of('visitedOn') }, { label: '走访方式', value: of('mode') },
        { label: '指导员(联络员)', value: of('liaisonId') }, { label: '走访对象', value: of('metPersons') },
        { label: '企业联系人', value: contact }, { label: '从业人员', value: ofEnterprise('employees') },
        { label: '正式党员', value: ofEnterprise('formalMembers') }, { label: '覆盖状态', value: ofEnterprise('status') },
      ],
    },
    {
      kind: 'texts',
      title: '走访内容和发现的问题',
      texts: [
        { label: '走访(指导)内容', text: of('content'), lines: 9 },
        { label: '发现的问题', text: of('problem'), lines: 6 },
        { label: '解决措施', text: of('measure'), lines: 5 },
        { label: '意见建议', text: of('suggestion'), lines: 5 },
      ],
    },
    {
      kind: 'facts',
      title: '问题办理',
      facts: [
        { label: '责任人', value: of('responsible') }, { label: '解决期限', value: of('deadline') },
        { label: '解决情况', value: of('resolution') }, { label: '销号日期', value: of('resolvedOn') },
        { label: '回访', value: of('followsVisitId'), wide: true },
      ],
    },
  ]
}
