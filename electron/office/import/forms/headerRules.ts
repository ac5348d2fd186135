import { goals } from '../../../../shared/domain/valueDomain'
import { orgTypeOfName } from '../../text/orgKey'
import { formDomainSynonyms } from '../formDomains'
import { wordValue } from '../wordTable'
import type { ReadForm } from './formFields'

/** What the cells of a column say of it, for headers that may mean several things. */
export interface ColumnValues {
  mostly(test: (value: string) => boolean): boolean
  isUnit(text: string): boolean
  /** Whether a header of another column says the field. */
  saidElsewhere(field: string): boolean
}

/** How the headers of one form are understood beside resources/forms.json and the alias list. */
export interface HeaderRules {
  /** Field of the alias list → field of this form; null: the alias means nothing here. */
  aliases?: Readonly<Record<string, string | null>>
  /** Field → wordings, apart by blanks. */
  more: Readonly<Record<string, string>>
  /** What a leaf means under a group, by the header keys of both; the first that matches. */
  groups?: readonly (readonly [group: RegExp, leaf: RegExp, field: string])[]
  /** Leaves whose values decide; null leaves the column to the wordings. */
  byValues?: readonly (readonly [leaf: RegExp, choose: (values: ColumnValues) => string | null])[]
  /** Wordings no list carries, in order. */
  patterns?: readonly (readonly [is: RegExp, field: string])[]
  /** Person → telephone, for 姓名及电话 in one column. */
  phones?: Readonly<Record<string, string>>
}

const orgAliases = {
  formalMembers: 'orgFormalMembers', probationaryMembers: 'orgProbationaryMembers', contactName: 'orgContactName', contactPhone: 'orgContactPhone',
  enterpriseName: null, establishedOn: null, ownerName: null,
} as const

/** 类型 in a table of organisations is the mode, the type, or the sector, which only its values tell. */
const orgSort = (values: ColumnValues): string | null => {
  if (values.mostly((value) => wordValue('orgType', value) !== null)) return 'orgType'
  return values.mostly((value) => wordValue('orgMode', value) !== null) ? 'orgMode' : null
}

const liaisonPerson = '姓名 指导员 联络员 指导员姓名 联络员姓名 党建指导员 党建联络员 党建指导员姓名 党建联络员姓名 党建工作指导员 党建工作联络员 指导员(联络员) 指导员(联络员)姓名 指导员/联络员 包联干部 选派干部'
const liaisonEnterprises = '联系企业 联系企业名称 所联系企业 联系的企业 包联企业 包联企业名称 指导企业 派驻企业 派驻企业名称 服务企业 挂联企业 联系单位 企业 所联企业'

const isOrgName = (value: string): boolean => orgTypeOfName(value) !== null || /^中共/.test(value)

const deliveryGroups = (
  [['room', /活动室|活动场所/], ['board', /宣传|专栏/], ['rules', /制度/], ['plaque', /牌/], ['flag', /旗/], ['books', /书/]] as const
).flatMap(([item, group]): [RegExp, RegExp, string][] => [
  [group, /落实|状态|情况|是否|有无/, `delivery.${item}.state`],
  [group, /面积|数量|个数|块数|面数|册数|项数|^数$/, `delivery.${item}.quantity`],
  [group, /时间|日期/, `delivery.${item}.doneOn`],
])

const goalGroups = (
  [['org', /组织/], ['place', /场地|场所|阵地/], ['fund', /经费/], ['activity', /活动/], ['rule', /制度/], ['effect', /作用/]] as const
).flatMap(([goal, group]): [RegExp, RegExp, string][] => [
  [group, /是否|达标|评定|情况|结果|√/, `goal.${goal}`],
  [group, /依据|说明|备注|佐证/, `goal.${goal}.evidence`],
])

export const headerRules: Record<ReadForm, HeaderRules> = {
  F03: {
    aliases: orgAliases,
    more: {
      partyOrgName: '组织名称 支部名称 党支部名称 党组织全称 名称 党组织',
      orgCode: '组织代码 党组织编号',
      coveredEnterprises: '覆盖企业 覆盖企业名单 覆盖的企业 所覆盖企业 覆盖单位 覆盖单位名称 所在企业 所属企业 企业名称 组成企业 联建企业 涵盖企业 联合企业名称 所在单位',
      coveredCount: '覆盖企业数量 企业数 覆盖企业个数 覆盖数 覆盖单位数',
      orgFoundedOn: '成立日期 建立时间 组建日期 批准时间 党组织建立日期',
      secretaryName: '负责人 现任书记 党组织书记',
      deputySecretaries: '副书记 副书记人数 副书记(人)',
      committeeSize: '委员 委员人数 委员(人) 支委数 支委人数 班子人数 班子成员数',
      lastElectionOn: '上次换届时间 最近换届日期 本届换届日期',
      termYears: '任期 任期年限 每届任期 届期',
      electionState: '换届情况 是否按期换届',
      orgContactName: '联系人姓名 组织联系人',
      orgContactPhone: '联系电话 电话 手机 联系方式 联系人电话 组织电话',
      orgGrade: '等次 评定等级 星级 组织分类 分类 分类定级 定级 评星定级',
      secretaryPhone: '书记电话 书记手机 书记联系电话 书记联系方式 书记手机号码',
    },
    groups: [
      [/书记|班子|负责人/, /^(?:姓名|名字)$/, 'secretaryName'], [/书记|负责人/, /^(?:联系)?(?:电话|手机|手机号码?|联系方式)$/, 'secretaryPhone'],
      [/联系人/, /^(?:姓名|名字)$/, 'orgContactName'], [/联系人/, /^(?:联系)?(?:电话|手机|方式)/, 'orgContactPhone'],
      [/党员/, /^(?:其中:?)?正式/, 'orgFormalMembers'], [/党员/, /^(?:其中:?)?预备/, 'orgProbationaryMembers'],
      [/覆盖|企业/, /^(?:数|数量|家数|个数)$/, 'coveredCount'], [/覆盖|企业/, /^(?:名称|名单)$/, 'coveredEnterprises'],
      [/换届/, /^(?:时间|日期)$/, 'lastElectionOn'], [/换届/, /^(?:状态|情况)$/, 'electionState'],
    ],
    byValues: [[/^(?:党)?(?:组织)?(?:类型|类别|形式|设置)$/, orgSort]],
    patterns: [
      [/(?:党组织|支部|组织).*(?:名称|全称)$/, 'partyOrgName'], [/覆盖.*企业.*(?:数|家)/, 'coveredCount'], [/(?:覆盖|所在|联建|组成).*(?:企业|单位)/, 'coveredEnterprises'],
      [/副书记/, 'deputySecretaries'], [/委员.*(?:数|人)/, 'committeeSize'], [/书记.*(?:电话|手机|方式)/, 'secretaryPhone'], [/^(?!副).*书记(?:姓名)?$/, 'secretaryName'],
      [/(?:上级|隶属).*党/, 'parentOrgName'], [/预备党员/, 'orgProbationaryMembers'], [/党员.*(?:数|人)|正式党员/, 'orgFormalMembers'],
      [/届满|到期/, 'termEndsOn'], [/换届.*(?:时间|日期)/, 'lastElectionOn'], [/(?:成立|组建|建立|批准).*(?:时间|日期|年月)/, 'orgFoundedOn'], [/文号/, 'approvalNo'],
      [/(?:场所|活动室).*面积|^面积/, 'placeArea'],
    ],
    phones: { secretaryName: 'secretaryPhone', orgContactName: 'orgContactPhone' },
  },

  F04: {
    aliases: { contactPhone: 'liaisonPhone', contactName: null, ownerName: null, orgType: null, sector: null, secretaryName: null },
    more: {
      liaisonName: liaisonPerson,
      liaisonKind: '类别 人员类别 类型 身份 指导员类别 人员类型',
      liaisonFullTime: '专兼职 专职/兼职 是否专职',
      liaisonEmployer: '所在单位 工作单位 派出单位 选派单位 所属单位 原单位 工作单位及职务 单位及职务 所在单位及职务',
      liaisonPost: '职务 现任职务 行政职务 职级',
      liaisonHomeOrg: '所属党组织 所在党组织 组织关系所在党组织 所属党支部 所在支部 党组织关系',
      liaisonPhone: '联系电话 电话 手机 手机号码 手机号 联系方式',
      liaisonLevel: '级别 选派级别 选派层级 派驻层级 层级 派驻等级',
      enterpriseName: liaisonEnterprises,
      hasPartyOrg: '是否已建党组织 企业是否建立党组织 企业是否有党组织',
      assignedFrom: '选派时间 确定时间 派驻时间 选派日期 起始时间 开始时间 联系起始时间 任职时间 联系开始时间 派驻日期 起',
      assignedTo: '期满日期 截止时间 结束时间 到期时间 届满时间 派驻期满时间 止',
      visitFrequency: '走访频率 频次 走访要求 联系频次',
      assignmentState: '状态 在岗情况 是否在岗 目前状态 任职状态',
    },
    groups: [
      [/联系|企业|包联|派驻/, /^(?:名称|企业|全称)$/, 'enterpriseName'], [/指导员|联络员/, /^姓名$/, 'liaisonName'], [/指导员|联络员/, /(?:电话|手机|方式)$/, 'liaisonPhone'],
      [/指导员|联络员/, /^(?:工作|所在)?单位/, 'liaisonEmployer'], [/指导员|联络员/, /^职务$/, 'liaisonPost'],
    ],
    byValues: [
      [/^(?:单位|单位名称|所属单位|所在单位)$/, (values) => {
        if (!values.saidElsewhere('unitName') && values.mostly(values.isUnit) && values.saidElsewhere('liaisonEmployer')) return 'unitName'
        return values.saidElsewhere('enterpriseName') || values.mostly(values.isUnit) ? 'liaisonEmployer' : null
      }],
      [/^(?:单位|单位名称)$/, (values) => (values.saidElsewhere('liaisonEmployer') ? 'enterpriseName' : null)],
      [/^类型$|^类别$/, (values) => (values.mostly((value) => wordValue('fullTime', value) !== null) ? 'liaisonFullTime' : null)],
    ],
    patterns: [
      [/(?:联系|包联|派驻|指导|服务|挂联).*企业/, 'enterpriseName'], [/(?:指导员|联络员).*(?:电话|手机|方式)/, 'liaisonPhone'], [/(?:指导员|联络员).*单位/, 'liaisonEmployer'],
      [/(?:指导员|联络员).*职务/, 'liaisonPost'], [/^.{0,6}(?:指导员|联络员)(?:姓名)?$/, 'liaisonName'], [/频[次率]/, 'visitFrequency'],
      [/(?:选派|派驻|确定|联系).*(?:时间|日期)$/, 'assignedFrom'], [/(?:期满|截止|结束|届满).*(?:时间|日期)?$/, 'assignedTo'],
    ],
    phones: { liaisonName: 'liaisonPhone' },
  },

  F05: {
    aliases: { contactName: null, contactPhone: null, ownerName: null, liaisonEmployer: null, liaisonPost: null, liaisonPhone: null, visitFrequency: null },
    more: {
      visitedOn: '走访日期 时间 日期 走访(联系)时间 入企时间',
      liaisonName: `${liaisonPerson} 走访人 走访人员 走访干部 联系人`,
      enterpriseName: `走访企业 走访企业名称 被走访企业 走访单位 ${liaisonEnterprises}`,
      visitMode: '方式 走访形式 联系形式 指导方式 形式',
      metPersons: '走访对象 接待人 接待人员 见面人员 被访人 被走访人 指导对象 访谈对象',
      visitContent: '走访内容 指导内容 内容 主要内容 走访情况 工作内容 走访指导内容',
      problem: '发现问题 存在问题 问题 企业反映的问题 收集问题 问题诉求 存在的问题',
      measure: '措施 对策 解决对策 整改措施 办理措施 解决办法',
      responsible: '责任人 责任',
      deadline: '时限 解决时限 整改时限 办结时限 期限 完成期限 解决期限',
      resolution: '成效 办理情况 是否解决 整改情况 销号情况 办理结果',
      resolvedOn: '销号时间 办结时间 销号日期 解决日期 完成时间',
      suggestion: '意见建议 企业意见和建议 企业建议 意见和建议',
    },
    groups: [
      [/问题/, /^(?:问题|内容|发现问题|具体问题)$/, 'problem'], [/问题/, /措施|对策/, 'measure'], [/问题/, /责任/, 'responsible'],
      [/问题/, /时限|期限/, 'deadline'], [/问题/, /^(?:解决|办理|整改)?(?:情况|成效|结果)$/, 'resolution'], [/问题/, /时间|日期/, 'resolvedOn'],
      [/企业/, /^(?:名称|全称)$/, 'enterpriseName'], [/指导员|联络员/, /^姓名$/, 'liaisonName'],
    ],
    byValues: [[/^(?:单位|单位名称|组织名称|名称)$/, (values) => (values.mostly(values.isUnit) ? 'unitName' : 'enterpriseName')]],
    patterns: [
      [/走访.*(?:时间|日期)/, 'visitedOn'], [/走访.*(?:方式|形式)/, 'visitMode'], [/走访.*内容|指导.*内容/, 'visitContent'], [/走访.*(?:企业|单位)/, 'enterpriseName'],
      [/^.{0,6}(?:指导员|联络员)(?:姓名)?$/, 'liaisonName'], [/问题/, 'problem'], [/意见|建议|诉求/, 'suggestion'],
    ],
  },

  F06: {
    aliases: { liaisonPhone: null, contactName: null, orgMode: null, ownerName: null, secretaryName: null, measure: null, contactPhone: null },
    more: {
      unbuiltKind: '未建类型 类别',
      plannedMeasure: '拟采取措施 采取措施 工作措施 组建措施 措施 推进措施 下一步措施',
      plannedMode: '拟组建方式 计划组建方式 拟建方式 组建方式 拟采取的组建方式',
      plannedFoundingOn: '计划组建日期 拟组建日期 拟建日期 预计组建时间 计划建立时间 完成时限',
      responsibleUnit: '责任单位 包联单位 责任部门',
      responsible: '责任人 责任领导 包联责任人',
      liaisonName: liaisonPerson,
      progress: '进展情况 进展 工作进展 推进情况 目前进展 组建进展',
    },
    patterns: [[/(?:未建|未组建|未成立|未建立).*原因/, 'unbuiltReason'], [/(?:拟|计划|预计).*(?:时间|日期|年月)/, 'plannedFoundingOn'], [/措施/, 'plannedMeasure'], [/进展/, 'progress']],
  },

  F07: {
    aliases: { ...orgAliases, secretaryPhone: 'secretaryPhone', orgContactName: null, contactPhone: 'secretaryPhone', contactName: null },
    more: {
      partyOrgName: '组织名称 支部名称 党支部名称 所在党组织 任职党组织 党组织',
      coveredCount: '覆盖企业数量 企业数',
      secretaryName: '姓名 书记 书记姓名 党组织书记',
      secretaryGender: '性别',
      secretaryBirthMonth: '出生年月 出生日期 出生时间',
      secretaryEducation: '学历 文化程度 最高学历',
      secretarySource: '来源 产生方式 选任方式',
      secretaryIdentity: '身份 人员身份 企业身份 书记身份',
      secretaryPost: '企业职务 职务 行政职务 在企业职务',
      secretaryFullTime: '专兼职 专职/兼职 是否专职 专职或兼职',
      secretarySince: '任现职时间 任职时间 任书记时间 任职日期 任职起始时间 担任书记时间',
      secretaryElsewhere: '是否兼任其他党组织书记 兼任情况 是否兼任',
      secretaryTrainings: '培训次数 本年培训次数 参加培训次数 培训情况',
      secretaryPhone: '联系电话 电话 手机 手机号码 联系方式',
    },
    groups: [[/书记|基本情况/, /^(?:姓名|名字)$/, 'secretaryName'], [/书记/, /(?:电话|手机|方式)/, 'secretaryPhone'], [/书记|任职/, /^职务$/, 'secretaryPost']],
    byValues: [[/^(?:党)?(?:组织)?(?:类型|类别)$/, orgSort]],
    patterns: [[/(?:党组织|支部|组织).*(?:名称|全称)$/, 'partyOrgName'], [/任.*(?:时间|日期)/, 'secretarySince'], [/培训/, 'secretaryTrainings'], [/书记.*(?:电话|手机)/, 'secretaryPhone'], [/^(?!副).*书记(?:姓名)?$/, 'secretaryName']],
    phones: { secretaryName: 'secretaryPhone' },
  },

  F08: {
    aliases: { contactName: null, ownerName: null, placeArea: null },
    more: {
      ...Object.fromEntries(formDomainSynonyms.deliveryItem.map(([item, words]) => [`delivery.${item}.state`, words])),
      'delivery.item': '类型 项目 物品 赠送项目 赠送物品',
      'delivery.quantity': '数量 件数',
      'delivery.amount': '金额 费用 价值',
      'delivery.doneOn': '赠送日期 送达时间 完成时间 落实时间 送达日期',
      deliveryAmount: '金额合计 合计金额 总金额 金额合计(元) 投入金额',
      receiver: '签收人 接收人 领取人',
      handler: '经办人 经手人 发放人',
    },
    groups: deliveryGroups,
    byValues: [
      [/^(?:组织名称|名称|单位名称)$/, (values) => (values.mostly(isOrgName) ? 'partyOrgName' : 'enterpriseName')],
      [/^金额/, (values) => (values.saidElsewhere('delivery.item') ? 'delivery.amount' : 'deliveryAmount')],
    ],
    patterns: [
      [/^(?:建|送)?(?:有)?(?:一个|一套|一块|一面)?(?:党员)?活动室$/, 'delivery.room.state'], [/^(?:建)?(?:一个)?(?:党建)?(?:宣传)?(?:专栏|宣传栏)$/, 'delivery.board.state'],
      [/^(?:建)?(?:一套)?(?:党建)?(?:工作)?制度(?:上墙)?$/, 'delivery.rules.state'], [/^(?:赠|送)?(?:一块)?(?:党组织|党支部)?(?:牌匾|标牌|牌子)$/, 'delivery.plaque.state'],
      [/^(?:赠|送)?(?:一面)?党旗$/, 'delivery.flag.state'], [/^(?:赠|送)?(?:一套)?(?:党建|党员|学习)?(?:图书|书籍|读物)$/, 'delivery.books.state'],
    ],
  },

  F09: {
    aliases: { contactName: null, ownerName: null, isStandard: null, measure: null },
    more: {
      ...Object.fromEntries(goals.map(({ key, label }) => [`goal.${key}`, label])),
      goalCheckedOn: '评定日期 评定时间 考评时间 检查时间',
      goalCount: '达标数 达标项 达标个数',
      goalAll: '是否达标 全部达标 是否全部达标',
      goalRemedy: '整改措施 整改措施及时限 整改情况 整改',
    },
    groups: goalGroups,
    byValues: [[/^(?:组织名称|名称|单位名称)$/, (values) => (values.mostly(isOrgName) ? 'partyOrgName' : 'enterpriseName')]],
    patterns: [[/^有(?:场所|阵地)$/, 'goal.place'], [/作用(?:发挥)?$/, 'goal.effect'], [/整改/, 'goalRemedy']],
  },

  F10: {
    aliases: { enterpriseName: 'payeeName', partyOrgName: 'payeeName', 'delivery.amount': 'fundAmount', contactName: null, ownerName: null, visitedOn: 'occurredOn', placeName: null },
    more: {
      occurredOn: '日期 时间 发生时间 返还日期 支出日期 收支日期 入账日期 使用时间',
      payeeName: '党组织名称 组织名称 单位名称 企业名称 名称 党组织(企业) 使用单位 收款单位',
      fundDirection: '收支类型 收支类别 收/支 收入/支出',
      fundSource: '收入来源 经费来源 来源 资金来源',
      fundUse: '用途 支出用途 使用用途 支出类别 类型 支出项目',
      fundAmount: '金额 返还金额 使用金额 金额(元)',
      'fund.out': '支出金额 支出 支出(元)',
      'fund.in.other': '其他 其他收入 其他来源',
      fundSummary: '摘要 事由 说明 内容',
      voucherNo: '凭证号 凭证编号 票据号 发票号',
      handler: '经手人 经办人',
      fundBalance: '结余 余额 结余金额',
    },
    groups: [
      [/收入|来源/, /企业/, 'fund.in.enterprise'], [/收入|来源/, /党费/, 'fund.in.refund'], [/收入|来源/, /财政|街道|乡镇/, 'fund.in.fiscal'], [/收入|来源/, /其他|其它/, 'fund.in.other'],
      [/支出/, /用途|项目|类别|类型/, 'fundUse'], [/支出/, /金额|数/, 'fund.out'], [/收入/, /金额/, 'fundAmount'],
    ],
    byValues: [
      [/^(?:单位|单位名称)$/, (values) => (values.mostly(values.isUnit) ? 'unitName' : 'payeeName')],
      [/^类型$/, (values) => (values.mostly((value) => wordValue('fundDirection', value) !== null) ? 'fundDirection' : null)],
    ],
    patterns: [[/党费返还|返还党费/, 'fund.in.refund'], [/财政/, 'fund.in.fiscal'], [/企业(?:投入|列支|自筹)/, 'fund.in.enterprise'], [/(?:党组织|企业|单位).*名称/, 'payeeName']],
  },

  F11: {
    aliases: { visitContent: 'itemText', delivery: null, 'delivery.item': 'itemGroup' },
    more: {
      itemGroup: '考核项目 项目 考评项目 类别 考核类别 考评项目及标准分',
      itemText: '考核内容 内容 考核内容及标准 考评内容 考核标准 内容及标准 指标 要求 考核要求',
      itemMax: '分值 标准分 满分 权重 分数',
      itemRule: '评分办法 评分细则 评分标准 计分办法 考评办法 扣分标准',
      itemMethod: '考评方式 评分方式 考核方式 检查方式',
      selfScore: '自评分 自评得分 自评',
      finalScore: '考评分 考核分 考核得分 考评得分 得分 实得分 评分',
      deductionReason: '扣分原因 扣分 扣分说明 扣分情况 失分原因',
      partyOrgName: '党组织名称 被考核党组织 组织名称',
    },
  },

  F11S: {
    aliases: orgAliases,
    more: {
      unitName: '县区 单位',
      partyOrgName: '组织名称 支部名称 党组织',
      orgSector: '党组织类型 类型 类别 组织类型',
      localIndustry: '行业类别 行业 所属行业',
      scoreQ1: '一季度分值 第一季度 一季度 第一季度得分 一季度得分 一季度积分',
      scoreQ2: '二季度分值 第二季度 二季度 第二季度得分 二季度得分 二季度积分',
      scoreH1: '上半年 上半年得分 上半年平均分 上半年积分',
      scoreQ3: '三季度分值 第三季度 三季度 第三季度得分 三季度得分 三季度积分',
      scoreQ4: '四季度分值 第四季度 四季度 第四季度得分 四季度得分 四季度积分',
      scoreH2: '下半年 下半年得分 下半年平均分 下半年积分',
      scoreYear: '年度得分 总分 年度总分 全年得分 年度分值 全年分值',
      scoreGrade: '等次 等级 评定等次',
      scoreRank: '名次 排名 位次',
    },
    groups: [[/^第?[一1]季/, /./, 'scoreQ1'], [/^第?[二2]季/, /./, 'scoreQ2'], [/^第?[三3]季/, /./, 'scoreQ3'], [/^第?[四4]季/, /./, 'scoreQ4']],
  },

  F12: {
    aliases: { ...orgAliases, finalScore: null },
    more: {
      partyOrgName: '组织名称 支部名称 党支部名称 党组织',
      termYears: '任期 任期年限 每届任期',
      lastElectionOn: '上次换届时间 上届换届日期 本届换届时间 最近换届时间',
      daysToTermEnd: '距届满 距届满天数',
      electionState: '换届状态 换届情况',
      remindedOn: '提醒日期 提醒函时间',
      remindedBy: '提醒形式',
      extensionNo: '批复文号 延期批复文号 延期文号 延期(提前)批复文号',
      extendedTo: '延期至 批准延期至 延期时间',
      plannedElectionOn: '计划换届日期 拟换届时间 预计换届时间',
      electedOn: '实际换届日期 换届完成时间 已换届时间 实际换届',
      electionMethod: '选举方式 换届方式',
    },
    groups: [[/提醒/, /时间|日期/, 'remindedOn'], [/提醒/, /方式/, 'remindedBy'], [/延期/, /文号/, 'extensionNo'], [/延期/, /至|时间|日期/, 'extendedTo']],
    byValues: [[/^(?:党)?(?:组织)?(?:类型|类别)$/, orgSort]],
    patterns: [
      [/(?:计划|拟|预计).*换届/, 'plannedElectionOn'], [/实际.*换届|换届.*完成/, 'electedOn'], [/提醒.*(?:时间|日期)/, 'remindedOn'], [/延期.*文号/, 'extensionNo'], [/延.*至/, 'extendedTo'],
      [/届满|到期/, 'termEndsOn'], [/换届.*(?:时间|日期)/, 'lastElectionOn'], [/(?:党组织|支部|组织).*(?:名称|全称)$/, 'partyOrgName'], [/党员/, 'orgFormalMembers'],
    ],
  },
}
