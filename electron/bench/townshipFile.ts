import { readFileSync, writeFileSync } from 'node:fs'
import { creditCheckCharacter } from '../../shared/domain/creditCode'
import { industryNames } from '../../shared/domain/valueDomain'
import { bareRead, writePlainTable } from '../office/excel/testing/plainTable'
import { unitCount, unitName } from './townshipUnits'

const header = [
  '序号', '所属乡镇(街道)', '企业名称', '统一社会信用代码', '经营地址', '企业类型', '所属行业', '经营状态', '是否规模以上',
  '从业人员数', '年营业收入(万元)', '正式党员', '预备党员', '是否建立党组织', '党组织名称', '组建方式', '党组织类别', '成立时间',
  '书记姓名', '书记联系电话', '未建原因', '指导员(联络员)姓名', '工会', '共青团',
]
const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'
const words = '宏达永安瑞丰新宇恒鑫金石嘉禾同泰启明远航汇通博远天工顺达百川龙腾盛源鼎立'

/** A township return of `rows` enterprises and 24 columns, in the manner of F01, from the enterprise `first` on. Returns the number of rows. */
export function writeTownshipFile(file: string, rows: number, first: number): number {
  writeFileSync(file, writePlainTable(header, Array.from({ length: rows }, (_, i) => townshipRow(first + i))))
  return rows
}

function townshipRow(i: number): (string | number | null)[] {
  const unit = unitName(i % unitCount)
  const pick = (text: string, n: number): string => text.charAt(n % text.length)
  const name = `${unit.slice(0, 2)}${pick(words, i)}${pick(words, i * 7 + 3)}${pick(words, i * 13 + 5)}${i}号商贸有限公司`
  const body = `91000000${String(i).padStart(9, '0')}`
  const members = i % 7 === 0 ? 3 + (i % 9) : i % 3
  const built = members >= 3
  const person = pick(surnames, i) + pick(words, i * 3)
  return [
    i + 1, unit, name, body + (creditCheckCharacter(body) ?? '0'), `${unit}建设路${i % 300}号`, '私营企业',
    industryNames[i % industryNames.length] ?? null, i % 23 === 0 ? '停产停业' : '正常经营', i % 9 === 0 ? '是' : '否',
    5 + (i % 400), (i % 9000) + 0.25, members, i % 2, built ? '是' : '否', built ? `中共${name}支部委员会` : null,
    built ? '单独组建' : null, built ? '党支部' : null, built ? `20${10 + (i % 15)}-0${1 + (i % 9)}-15` : null,
    built ? person : null, built ? `138${String(i).padStart(8, '0')}` : null, built ? null : '没有党员',
    !built && i % 2 === 0 ? `${person}${i % 500}` : null, i % 4 === 0 ? '√' : '×', i % 6 === 0 ? '√' : '×',
  ]
}

/** The reference: the spreadsheet library alone on the same bytes. Returns the number of rows it saw. */
export function bareParse(files: readonly string[]): number {
  return files.reduce((rows, file) => rows + bareRead(readFileSync(file)), 0)
}
