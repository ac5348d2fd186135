import type { S1CountColumn } from '../../shared/domain/s1'

/** Words of 企业台账. */
export const ledgerText = {
  title: '企业台账',
  add: '新增',
  merge: '合并重复',
  mergeTwo: '合并这两家',
  search: '搜索企业(Ctrl+F)',
  searchHint: '名称、代码、拼音首字母、地址、人名',
  filters: {
    unit: '单位',
    operatingStatus: '经营状态',
    coverage: '覆盖状态',
    sizeBand: '从业人员',
    aboveScale: '规模',
    scale: { yes: '规模以上', no: '规模以下' },
    search: '搜索',
  },
  tags: {
    figure: (units: string, figure: string, asOf: string | undefined) =>
      ['统计表 S1', units, figure, ...(asOf ? [`截止 ${asOf}`] : [])].join(' · '),
    allUnits: '全部单位',
    condition: (name: string, value: string) => `${name}：${value}`,
    asOf: (date: string) => `截止 ${date}`,
    clear: '清除筛选',
  },
  total: (count: number) => `共 ${count} 家`,
  totalOf: (count: number, all: number) => `筛选出 ${count} 家 / 台账共 ${all} 家`,
  columnsShown: (shown: number, all: number) => `显示 ${shown} / ${all} 列`,
  none: { title: '没有符合条件的企业', note: '换个搜索词或减少筛选条件再试。' },
  empty: { title: '台账里还没有企业', note: '从“导入”页导入各单位报来的表，或按“新增”录入第一家。', action: '去导入' },
  export: {
    button: '导出台账',
    title: '导出企业台账',
    what: '导出什么',
    whats: { form: '标准台账表 F01', shown: '当前列表' },
    all: '全部单位',
    notes: {
      form: '导出所选单位的全部企业(不受上方搜索和筛选影响)，格式与标准台账表 F01 一致。',
      shown: '按屏幕上的筛选、排序和列导出。',
    },
    scope: '导出范围',
    confirm: '导出',
    cancel: '取消',
    done: (name: string) => `已导出：${name}`,
  },
  /** Said when somebody types into a column that is changed elsewhere. */
  locked: {
    enterpriseName: '企业名称请在明细里用“改名”修改，原名会记入曾用名',
    operatingStatus: '经营状态请在明细里用“变更经营状态”修改，要填日期和原因',
  },
} as const

/** A figure of S1 in words, for the tag above the list it opened. */
export const figureNames: Record<S1CountColumn, string> = {
  C: '在册企业',
  D: '实体运营企业',
  E: '规模以上',
  F: '符合组建条件',
  G: '组织覆盖',
  H: '单独组建',
  I: '联合组建',
  L: '应建已建',
  M: '应建未建',
  O: '规上已建',
  Q: '未建企业',
  R: '未建，有指导员(联络员)',
  S: '未建，仅有群团组织',
  T: '工作覆盖',
  U: '未覆盖',
}
