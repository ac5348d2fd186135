/** Closed lists of stored values, in the order they are shown. Source: docs/domain.md, value domains. */

export const unitKinds = ['街道', '镇', '乡', '园区', '行业部门', '其他'] as const
export type UnitKind = (typeof unitKinds)[number]

export const sectors = ['非公企业', '社会组织', '小个专'] as const
export type Sector = (typeof sectors)[number]

export const enterpriseTypes = [
  '私营企业',
  '港澳台商投资企业',
  '外商投资企业',
  '其他非公企业',
  '农民专业合作社',
  '个体工商户',
] as const
export type EnterpriseType = (typeof enterpriseTypes)[number]

export const operatingStatuses = [
  '正常经营',
  '筹建',
  '停产停业',
  '空壳',
  '吊销未注销',
  '已注销',
  '迁出',
  '合并',
] as const
export type OperatingStatus = (typeof operatingStatuses)[number]

/** States that take an enterprise out of the register (在册). */
export const departedStatuses: readonly OperatingStatus[] = ['已注销', '迁出', '合并']

export const orgTypes = ['党委', '党总支', '党支部', '临时党委', '临时党总支', '临时党支部', '特设党支部'] as const
export type OrgType = (typeof orgTypes)[number]

export const orgModes = ['单独组建', '联合组建'] as const
export type OrgMode = (typeof orgModes)[number]

/** 党组织类型 of the assessment (F11S). */
export const orgSectors = ['非公企业党组织', '社会组织党组织'] as const
export type OrgSector = (typeof orgSectors)[number]

export const jointBases = [
  '乡镇街道',
  '村(社区)',
  '园区',
  '商务楼宇',
  '商业街区(商圈)',
  '专业市场',
  '网格',
  '同行业',
  '行业协会商会',
  '个私协会',
  '专业合作组织',
  '龙头企业带建',
  '企企联建',
  '村企联建',
  '社企联建',
  '挂靠',
  '其他',
] as const
export type JointBasis = (typeof jointBases)[number]

export const unbuiltReasons = [
  '没有党员',
  '党员不足3名',
  '出资人不支持',
  '上级党组织未及时指导',
  '符合条件待建',
  '新设立',
  '经营困难',
  '人员流动、关系未转入',
  '其他',
] as const
export type UnbuiltReason = (typeof unbuiltReasons)[number]

export const secretarySources = ['内选', '下派', '外聘'] as const
export type SecretarySource = (typeof secretarySources)[number]

export const deliveryItems = [
  { key: 'room', label: '党员活动室', unit: '㎡', group: '三建' },
  { key: 'board', label: '党建宣传专栏', unit: '个', group: '三建' },
  { key: 'rules', label: '党建工作制度', unit: '项', group: '三建' },
  { key: 'plaque', label: '党组织牌匾', unit: '块', group: '三送' },
  { key: 'flag', label: '党旗', unit: '面', group: '三送' },
  { key: 'books', label: '党建图书', unit: '册', group: '三送' },
] as const
export type DeliveryItem = (typeof deliveryItems)[number]['key']

export const deliveryStates = ['已落实', '共用', '推进中', '未落实', '需更换', '不适用'] as const
export type DeliveryState = (typeof deliveryStates)[number]

export const goals = [
  { key: 'org', label: '有组织' },
  { key: 'place', label: '有场地' },
  { key: 'fund', label: '有经费' },
  { key: 'activity', label: '有活动' },
  { key: 'rule', label: '有制度' },
  { key: 'effect', label: '有作用' },
] as const
export type Goal = (typeof goals)[number]['key']

export const liaisonKinds = ['指导员', '联络员'] as const
export type LiaisonKind = (typeof liaisonKinds)[number]

export const frequencyUnits = ['周', '月', '季', '半年', '年'] as const
export type FrequencyUnit = (typeof frequencyUnits)[number]

/** GB/T 4754 sections, wording of docs/domain.md. */
export const industries = [
  { code: 'A', name: '农林牧渔业' },
  { code: 'B', name: '采矿业' },
  { code: 'C', name: '制造业' },
  { code: 'D', name: '电力热力燃气及水' },
  { code: 'E', name: '建筑业' },
  { code: 'F', name: '批发和零售业' },
  { code: 'G', name: '交通运输、仓储和邮政业' },
  { code: 'H', name: '住宿和餐饮业' },
  { code: 'I', name: '信息传输、软件和信息技术服务业' },
  { code: 'J', name: '金融业' },
  { code: 'K', name: '房地产业' },
  { code: 'L', name: '租赁和商务服务业' },
  { code: 'M', name: '科学研究和技术服务业' },
  { code: 'N', name: '水利、环境和公共设施管理业' },
  { code: 'O', name: '居民服务、修理和其他服务业' },
  { code: 'P', name: '教育' },
  { code: 'Q', name: '卫生和社会工作' },
  { code: 'R', name: '文化、体育和娱乐业' },
  { code: 'S', name: '公共管理、社会保障和社会组织' },
  { code: 'T', name: '国际组织' },
] as const
export const industryNames = industries.map((section) => section.name)

export const coverageStatuses = ['单独', '联合', '工作覆盖(联络)', '工作覆盖(群团)', '未覆盖'] as const
export type CoverageStatus = (typeof coverageStatuses)[number]
