import type { LedgerField } from '../../shared/contract/ledgerRow'

export type LedgerColumn = LedgerField | 'status' | 'sizeBand' | 'updatedAt'

export interface LedgerHeader {
  column: LedgerColumn
  /** Group of form F01; '' for columns that stand alone. */
  group: string
  header: string
}

const enterprise = '企业基本情况'
const owner = '企业出资人情况'
const members = '党员队伍情况(人)'
const org = '党组织设置情况'
const secretary = '党组织书记情况'
const unbuilt = '未建党组织情况'
const work = '党的工作覆盖情况'
const mass = '群团组织情况'
const delivery = '“三建三送”落实情况'
const goal = '“六有”达标情况'

/** Every column of the ledger in the order and with the words of form F01; 覆盖状态 and 从业人员规模 are beside it. */
export const ledgerHeaders: readonly LedgerHeader[] = [
  { column: 'unitName', group: '', header: '所属单位' },
  { column: 'enterpriseName', group: enterprise, header: '企业名称' },
  { column: 'status', group: '', header: '覆盖状态' },
  { column: 'creditCode', group: enterprise, header: '统一社会信用代码' },
  { column: 'placeName', group: enterprise, header: '所在村(社区)、园区或楼宇' },
  { column: 'businessAddress', group: enterprise, header: '经营地址' },
  { column: 'enterpriseType', group: enterprise, header: '企业类型' },
  { column: 'industry', group: enterprise, header: '所属行业' },
  { column: 'operatingStatus', group: enterprise, header: '经营状态' },
  { column: 'isAboveScale', group: enterprise, header: '规模以上' },
  { column: 'employees', group: enterprise, header: '从业人员' },
  { column: 'sizeBand', group: enterprise, header: '从业人员规模' },
  { column: 'annualRevenue', group: enterprise, header: '年营业收入(万元)' },
  { column: 'contactName', group: enterprise, header: '联系人' },
  { column: 'contactPhone', group: enterprise, header: '联系电话' },
  { column: 'ownerName', group: owner, header: '出资人姓名' },
  { column: 'ownerIsMember', group: owner, header: '是否党员' },
  { column: 'ownerIsSecretary', group: owner, header: '兼任书记' },
  { column: 'ownerIsDelegate', group: owner, header: '两代表一委员' },
  { column: 'formalMembers', group: members, header: '正式党员' },
  { column: 'probationaryMembers', group: members, header: '预备党员' },
  { column: 'membersRegisteredHere', group: members, header: '组织关系在本企业' },
  { column: 'floatingMembers', group: members, header: '流动党员' },
  { column: 'activists', group: members, header: '入党积极分子' },
  { column: 'admittedThisYear', group: members, header: '本年发展党员' },
  { column: 'hasPartyOrg', group: org, header: '建立党组织' },
  { column: 'partyOrgName', group: org, header: '党组织名称' },
  { column: 'orgMode', group: org, header: '组建方式' },
  { column: 'jointBasis', group: org, header: '联合组建类型' },
  { column: 'orgType', group: org, header: '党组织类别' },
  { column: 'orgFoundedOn', group: org, header: '成立时间' },
  { column: 'parentOrgName', group: org, header: '上级党组织' },
  { column: 'lastElectionOn', group: org, header: '本届换届时间' },
  { column: 'termEndsOn', group: org, header: '届满时间' },
  { column: 'secretaryName', group: secretary, header: '书记姓名' },
  { column: 'secretarySource', group: secretary, header: '书记来源' },
  { column: 'secretaryPost', group: secretary, header: '书记企业职务' },
  { column: 'secretaryPhone', group: secretary, header: '书记电话' },
  { column: 'unbuiltReason', group: unbuilt, header: '未建原因' },
  { column: 'plannedFoundingOn', group: unbuilt, header: '计划组建时间' },
  { column: 'liaisonName', group: work, header: '指导员(联络员)' },
  { column: 'liaisonEmployerPost', group: work, header: '所在单位及职务' },
  { column: 'liaisonPhone', group: work, header: '指导员(联络员)电话' },
  { column: 'hasUnion', group: mass, header: '工会' },
  { column: 'hasLeague', group: mass, header: '共青团' },
  { column: 'hasWomenOrg', group: mass, header: '妇联' },
  { column: 'delivery.room', group: delivery, header: '党员活动室' },
  { column: 'delivery.board', group: delivery, header: '党建宣传专栏' },
  { column: 'delivery.rules', group: delivery, header: '党建工作制度' },
  { column: 'delivery.plaque', group: delivery, header: '党组织牌匾' },
  { column: 'delivery.flag', group: delivery, header: '党旗' },
  { column: 'delivery.books', group: delivery, header: '党建图书' },
  { column: 'goal.org', group: goal, header: '有组织' },
  { column: 'goal.place', group: goal, header: '有场地' },
  { column: 'goal.fund', group: goal, header: '有经费' },
  { column: 'goal.activity', group: goal, header: '有活动' },
  { column: 'goal.rule', group: goal, header: '有制度' },
  { column: 'goal.effect', group: goal, header: '有作用' },
  { column: 'note', group: '', header: '备注' },
  { column: 'updatedAt', group: '', header: '最近更新' },
]

const byColumn = new Map(ledgerHeaders.map((header) => [header.column, header]))

export function ledgerHeader(column: LedgerColumn): string {
  return byColumn.get(column)?.header ?? column
}
