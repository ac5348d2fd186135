/** The columns of S15 报送情况表, for page and workbook (docs/domain.md, section 13). `width` in characters. */
export const s15Columns = [
  { key: 'rowNo', header: '序号', width: 6 },
  { key: 'unit', header: '单位', width: 18 },
  { key: 'due', header: '应报表数', width: 9 },
  { key: 'reported', header: '已报', width: 7 },
  { key: 'reportedOn', header: '报送时间', width: 12 },
  { key: 'rows', header: '行数', width: 8 },
  { key: 'errors', header: '错误', width: 7 },
  { key: 'warnings', header: '警告', width: 7 },
  { key: 'held', header: '未导入行', width: 9 },
  { key: 'absent', header: '本期未报企业', width: 10 },
  { key: 'omitted', header: '其中:漏报', width: 9 },
  { key: 'difference', header: '与上期差异', width: 10 },
  { key: 'state', header: '状态', width: 10 },
] as const
export type S15Column = (typeof s15Columns)[number]
