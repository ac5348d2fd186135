/** What a header is made of. */
export interface HeadColumn {
  key: string
  group: string
  header: string
}

export interface HeadCell {
  label: string
  /** The label in parts between which a line may break. */
  words: string[]
  column: HeadColumn | undefined
  columns: number
  rows: number
}

/** Words of the labels that stay whole; three characters are what the narrowest column holds. */
const word = new RegExp(
  [
    '其中:|企业数|覆盖[率数]|组建率|已建率|落实率|达标率|解决率|完成率|联系率|换届率|占比|百分点|未覆盖|指导员|较上期|\\(联络|员\\)|\\(百分|点\\)|在册|实体|运营|规模|以上|正式|党员',
    '\\d名|应建|已建|未建|规上|单独|联合|组建|组织|覆盖|工作|两个|仅有|群团|序号|.',
  ].join('|'),
  'g',
)

/** The two header rows of the paper form: single columns span both rows, groups their columns. */
export function tableHead(columns: readonly HeadColumn[]): [HeadCell[], HeadCell[]] {
  const first: HeadCell[] = []
  const second: HeadCell[] = []
  let group: HeadCell | undefined
  for (const column of columns) {
    if (column.group === '') {
      group = undefined
      first.push({ ...labelled(column.header), column, columns: 1, rows: 2 })
      continue
    }
    if (group?.label === column.group) {
      group.columns++
    } else {
      group = { ...labelled(column.group), column: undefined, columns: 1, rows: 1 }
      first.push(group)
    }
    second.push({ ...labelled(column.header), column, columns: 1, rows: 1 })
  }
  return [first, second]
}

/** Narrow columns would tear words apart: Chinese may break anywhere, and a browser knows no words. */
function labelled(label: string): Pick<HeadCell, 'label' | 'words'> {
  return { label, words: label.match(word) ?? [] }
}
