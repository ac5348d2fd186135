import type { GradeBand, OfficeSettings, SettingGroup } from './officeSettings'
import { nationalWords, ownWord, wordLists, type OwnWords } from './ownWords'
import { reportFormats, reportForms, reportScopes, reportTables } from './reportSet'
import { deliveryItems, frequencyUnits, goals, type DeliveryItem, type Goal } from './valueDomain'

/** How one setting is named, explained, kept and checked: for the screen, the office's check and the 操作日志 alike. */
export type SettingField = { label: string; help: string } & SettingType

export type SettingType =
  | { type: 'text'; max: number }
  | { type: 'count'; min: number; max: number; unit: string }
  | { type: 'flag' }
  | { type: 'choice'; options: readonly string[] }
  /** Some of 经营状态. */
  | { type: 'statuses' }
  /** Rising whole numbers. */
  | { type: 'bounds'; unit: string }
  /** What each word of a closed list is called. */
  | { type: 'wording'; list: readonly string[] }
  /** Words in the order offered. */
  | { type: 'words'; max: number }
  | { type: 'grades' }
  /** Some of a list of keys, in its order. */
  | { type: 'picks'; options: readonly string[] }

type Fields = { [G in SettingGroup]: { [N in keyof OfficeSettings[G]]: SettingField } }

const days = { type: 'count', min: 1, max: 3650, unit: '天' } as const
const months = { type: 'count', min: 1, max: 36, unit: '个月' } as const

export const settingFields: Fields = {
  names: {
    regionName: { label: '地区名称', type: 'text', max: 40, help: '用在报表标题和导出的文件名里' },
    officeName: { label: '本办公室(工委)名称', type: 'text', max: 60, help: '用在报表抬头“填报单位(盖章)”处' },
  },
  rules: {
    base: {
      label: '计入实体运营的经营状态',
      type: 'statuses',
      help: '各项覆盖率的分母。已注销、迁出、合并的企业不在册，从不计入',
    },
    minMembers: {
      label: '应建党组织的正式党员数',
      type: 'count', min: 1, max: 100, unit: '名以上',
      help: '达到这个数而没有党组织的企业算“应建未建”',
    },
    womenCount: {
      label: '妇联组织计为工作覆盖',
      type: 'flag',
      help: '没有党组织和联络员时，工会、共青团算工作覆盖；妇联各地不一',
    },
    enterprisesOnly: { label: '分母只含非公企业', type: 'flag', help: '类别为社会组织、小个专的只登记，不计入分母' },
    legalPersonsOnly: { label: '分母只含法人单位', type: 'flag', help: '分支机构等不是法人单位的，不计入分母' },
    threeHaveOnly: {
      label: '分母只含三有企业',
      type: 'flag',
      help: '只计入“三有企业”一栏填“是”的，没有填的也不计入',
    },
    baseEmployees: {
      label: '分母要求的从业人员数',
      type: 'count', min: 0, max: 10_000, unit: '人以上',
      help: '少于这个人数的企业不计入分母；0 表示不限',
    },
  },
  limits: {
    employees: {
      label: '员工较多的企业',
      type: 'count', min: 1, max: 10_000, unit: '人以上',
      help: '从业人员达到这个数而没有党组织的，核对时列出(各地为 30、50 或 80 人)',
    },
    jointLimit: {
      label: '联合党组织覆盖企业上限',
      type: 'count', min: 2, max: 100, unit: '家',
      help: '超过这个数的联合党组织，核对时列出(各地为 5 家或 10 家)',
    },
    jumpPercent: {
      label: '与台账相差多少要问原因',
      type: 'count', min: 1, max: 100, unit: '%以上',
      help: '一个单位的企业数或正式党员合计，导入时与台账、核查时与上期相差超过这个比例，提醒并请问明原因',
    },
    figurePercent: {
      label: '企业数字较上期异常',
      type: 'count', min: 1, max: 1000, unit: '%以上',
      help: '数据核查时，一家企业的从业人员、营业收入、党员等数字比最近锁定的一期增减达到这个比例的，列为“较上期异常”',
    },
    figureLeast: {
      label: '较上期异常的最小增减',
      type: 'count', min: 1, max: 1_000_000, unit: '以上',
      help: '增减不到这个数的不算异常：小企业的数字变一点，比例就很大',
    },
    sizeBands: {
      label: '从业人员分组的界限',
      type: 'bounds', unit: '人',
      help: '企业台账按从业人员规模筛选、排列、分组用；从小到大，用、隔开，每个数是一组的起点',
    },
  },
  work: {
    activitiesPerQuarter: {
      label: '算“有活动”的每季活动次数',
      type: 'count', min: 1, max: 100, unit: '次以上',
      help: '评定“六有”时，达到这个次数建议评为有活动',
    },
    telephoneCounts: { label: '电话联系计为走访', type: 'flag', help: '计算走访是否逾期、走访完成率时，电话联系算不算一次' },
    visitTimes: {
      label: '新联系关系的走访次数',
      type: 'count', min: 1, max: 100, unit: '次',
      help: '新建立的联系关系默认要求走访几次；已有的不变',
    },
    visitUnit: { label: '走访次数按', type: 'choice', options: frequencyUnits, help: '上面的次数是每周、每月、每季、每半年还是每年的' },
    liaisonLimit: {
      label: '一人联系企业上限',
      type: 'count', min: 1, max: 1000, unit: '家',
      help: '分派建议给一名指导员或联络员的企业，连同已联系的不超过这个数(各地为 3 家到 10 家)',
    },
    printPhones: { label: '档案卡、走访卡印电话', type: 'flag', help: '打印一企一档卡、走访卡时印不印联系电话；不印的给企业以外的人看也无妨' },
  },
  reminders: {
    electionMonths: { label: '换届首次提醒', ...months, help: '届满前这么多个月起列为“即将届满”，发换届提醒函' },
    electionLastMonths: { label: '换届再次提醒', ...months, help: '届满前这么多个月再次提醒，督促报请示' },
    followUpFirstDays: { label: '新设立企业首次跟踪', ...days, help: '企业成立后这么多天，第一次了解党员和组建条件' },
    followUpSecondDays: { label: '新设立企业再次跟踪', ...days, help: '企业成立后这么多天，第二次了解' },
    verificationDays: { label: '多久没有核实要提醒', ...days, help: '最近核实日期早于这么多天的企业，列出来请单位核实' },
    outsideCopyDays: { label: '多久没有拷到别的盘要提醒', ...days, help: '上次把备份另存到别的盘超过这么多天，顶栏和备份页提醒' },
  },
  privacy: {
    hidePhones: { label: '默认隐藏电话', type: 'flag', help: '页面上的电话显示为 138****0000，点“显示电话”才看得到，并记入操作日志' },
    hideExported: { label: '导出时隐藏电话', type: 'flag', help: '导出和打印的表里电话也隐藏；每次导出时可以另选' },
    lockMinutes: {
      label: '多久没有操作就锁定',
      type: 'count', min: 0, max: 480, unit: '分钟',
      help: '台账设了口令的，这么久没有键盘鼠标操作就锁定屏幕；填 0 不自动锁定',
    },
  },
  goalLabels: labelFields(goals, {
    org: '由党组织覆盖，单独或联合组建',
    place: '有党员活动室或其他活动场地',
    fund: '本年有党建经费收入',
    activity: '本季组织生活和活动达到规定次数',
    rule: '党建工作制度已落实',
    effect: '作用发挥情况，由人评定',
  }),
  deliveryLabels: labelFields(deliveryItems, {
    room: '三建之一，按㎡登记',
    board: '三建之一，按个登记',
    rules: '三建之一，按项登记',
    plaque: '三送之一，按块登记；有党组织才送',
    flag: '三送之一，按面登记',
    books: '三送之一，按册登记',
  }),
  words: {
    operatingStatus: { label: '经营状态', type: 'wording', list: wordLists.operatingStatus, help: '例如把“正常经营”叫作“在业”' },
    delivery: { label: '落实情况', type: 'wording', list: wordLists.delivery, help: '三建三送各项的落实情况' },
    enterpriseType: { label: '企业类型', type: 'wording', list: wordLists.enterpriseType, help: '企业台账和调查表里的企业类型' },
    unbuiltReason: { label: '未建原因', type: 'wording', list: wordLists.unbuiltReason, help: '没有建立党组织的原因' },
    jointBasis: { label: '联合组建类型', type: 'wording', list: wordLists.jointBasis, help: '联合党组织按什么联合' },
    secretarySource: { label: '书记来源', type: 'wording', list: wordLists.secretarySource, help: '书记是怎样产生的' },
  },
  lists: {
    carriers: { label: '活动载体', type: 'words', max: 40, help: '登记载体活动时可选的载体，也可以另填' },
    fundSources: { label: '经费来源', type: 'words', max: 40, help: '登记三建三送时可选的经费来源，也可以另填' },
    localIndustries: { label: '本地行业分类', type: 'words', max: 40, help: '企业和党组织登记行业类别时可选的词，也可以另填；考核汇总用' },
  },
  assessment: {
    total: { label: '百分考核的满分', type: 'count', min: 1, max: 1000, unit: '分', help: '新建考核方案时的总分' },
    grades: { label: '评定等次', type: 'grades', help: '按考核得分评定的等次，从高到低；最后一个等次从 0 分起' },
  },
  report: {
    tables: { label: '成套报表里的统计表', type: 'picks', options: reportTables, help: '每期一并生成的统计表，在“标准表 · 成套报表”里选' },
    forms: { label: '成套报表里的标准表', type: 'picks', options: reportForms, help: '每期一并生成的标准表，在“标准表 · 成套报表”里选' },
    scope: { label: '成套报表的范围', type: 'choice', options: reportScopes, help: '每张表出全区的一份、各单位各一份，还是都出' },
    format: { label: '成套报表的文件格式', type: 'choice', options: reportFormats, help: '每张表出 Excel、PDF，还是同名的各一份' },
  },
}

function labelFields<K extends Goal | DeliveryItem>(
  items: readonly { key: K; label: string }[],
  help: Readonly<Record<K, string>>,
): Record<K, SettingField> {
  const fields = items.map(({ key, label }) => [key, { label, type: 'text', max: 12, help: help[key] }])
  return Object.fromEntries(fields) as Record<K, SettingField>
}

/** The field of a setting named by texts, as a finding or a log names it. */
export function settingField(group: SettingGroup, name: string): SettingField | undefined {
  const fields: Readonly<Record<string, SettingField>> = settingFields[group]
  return Object.hasOwn(fields, name) ? fields[name] : undefined
}

/** A value as people read it; `words` are those of the district. */
export function shownSetting(field: SettingField, value: unknown, words: OwnWords = nationalWords): string {
  switch (field.type) {
    case 'flag':
      return value === true ? '是' : '否'
    case 'count':
      return `${String(value)} ${field.unit}`
    case 'statuses':
      return Array.isArray(value) ? value.map((status) => ownWord(words, 'operatingStatus', String(status))).join('、') : ''
    case 'wording':
      return shownWording(value)
    case 'grades':
      return isGrades(value) ? value.map(({ name, from }) => `${name} ${from} 分起`).join('、') : ''
    default:
      return Array.isArray(value) ? value.join('、') : String(value ?? '')
  }
}

function shownWording(value: unknown): string {
  const own = Object.entries(typeof value === 'object' && value !== null ? value : {})
  return own.length === 0 ? '标准词' : own.map(([word, called]) => `${word}→${String(called)}`).join('、')
}

function isGrades(value: unknown): value is GradeBand[] {
  return Array.isArray(value) && value.every((grade) => typeof grade === 'object' && grade !== null && 'from' in grade)
}
