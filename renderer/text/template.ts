import type { TemplateFormId } from '../../shared/domain/formId'

/** Words of 标准表 → 分发填报. */
export const templateText = {
  note: '发给各单位填写的表：带下拉选项、填写说明，报回后可直接导入',
  forms: {
    title: '要分发的表',
    all: '全部表',
    form: '表',
    fills: '各单位填什么',
    blank: '空白模板',
    blankOf: (title: string) => `下载“${title}”空白模板`,
    blankSaved: (name: string) => `已下载：${name}`,
  },
  fills: {
    F01: '已登记的企业预填好，可在下面加新企业',
    F02: '已登记的企业预填好，可在下面加新企业',
    F03: '已有的党组织预填好，可加新建的',
    F04: '在岗的联系关系预填好，可加新的',
    F05: '今年的走访预填好，接着往下记',
    F06: '没有党组织的企业列好，只填组建计划',
    F07: '党组织列好，只填书记情况',
    F08: '企业列好，只填六项的落实情况',
    F09: '企业列好，只填评定和依据',
    F10: '今年的收支预填好，接着往下记',
    F11S: '党组织列好，只填各季度得分',
    F12: '党组织列好，只填换届的日期',
  } satisfies Record<TemplateFormId, string>,
  units: {
    title: '发给哪些单位',
    all: '全部单位',
    unit: '单位',
    chosen: (count: number, all: number) => `已选 ${count} / ${all}`,
    none: '还没有填报单位，请先在设置中登记。',
    /** Of a form the unit has nothing to fill in for. */
    nothing: '无',
    rowsOf: (unit: string, form: string, rows: number) => `${unit} ${form}：预填 ${rows} 行`,
    nothingOf: (unit: string, form: string) => `${unit} ${form}：没有要填的内容，未生成`,
  },
  content: '内容',
  contents: [
    { prefilled: true, name: '按台账预填', note: '名称、代码等已锁定，其余可改' },
    { prefilled: false, name: '空表', note: '只有表头和下拉选项' },
  ],
  blankRows: '预留空行',
  blankRowsNote: '可加行的表，在已有内容下面留出',
  summary: (forms: number, units: number) =>
    forms === 0 || units === 0 ? '请勾选要分发的表和单位' : `${forms} 张表 × ${units} 个单位，最多 ${forms * units} 个工作簿`,
  packed: (forms: number, units: number) => (forms * units > 1 ? '装在一个压缩包里' : '一个工作簿'),
  issue: '生成填报表',
  issuing: '正在生成填报表……',
  issuingNote: '每个单位、每张表一个工作簿。',
  stop: '停止',
  stopped: '已停止，没有生成文件',
  done: (name: string, count: number) => `已生成：${name}（${count} 个工作簿）`,
  result: (count: number, missing: number) =>
    missing === 0 ? `已生成 ${count} 个工作簿，数字是预填的行数` : `已生成 ${count} 个工作簿，数字是预填的行数；“无”是没有要填的内容，未生成（${missing} 个）`,
  back: '填好报回后，在“导入”中选这些文件：只取单位改动过的格子；台账同时也改过的，会列出来请您选定。',
  toImport: '去导入',
} as const
