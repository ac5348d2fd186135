import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.mjs'

const sample = join(root, 'resources', 'sample-district')
/** The truth of the sample district: what its offices are called and what its workbooks hold. */
export const expected = JSON.parse(readFileSync(join(sample, 'expected.json'), 'utf8'))

/** @typedef {{ name: string, mimeType: string, buffer: Buffer }} ChosenFile */

/** @param {string} name @returns {ChosenFile} */
function sampleFile(name) {
  return { name, mimeType: '', buffer: readFileSync(join(sample, name)) }
}

/** Every workbook of the sample district. */
export function sampleFiles() {
  return readdirSync(sample).filter((name) => name !== 'expected.json').map(sampleFile)
}

/** @param {string} name @param {string[][]} rows @returns {ChosenFile} */
function csv(name, rows) {
  const text = rows.map((row) => row.join(',')).join('\r\n')
  return { name, mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${text}\r\n`, 'utf8') }
}

/** A later table of 桥头镇: new figures, a new enterprise. */
export function nextMonth() {
  const known = expected.enterprises.filter((/** @type {{ unitName: string }} */ row) => row.unitName === '桥头镇')
  const rows = known.slice(0, 6).map((/** @type {Record<string, string>} */ row, /** @type {number} */ i) => [
    '桥头镇', row.enterpriseName, row.creditCode ?? '', String(Number(row.employees ?? 20) + 3 + i),
    String(Number(row.formalMembers ?? 0) + (i % 2)), i === 4 ? '停产停业' : '',
  ])
  return csv('桥头镇(七月).csv', [
    ['所属乡镇(街道)', '企业名称', '统一社会信用代码', '从业人员数', '正式党员', '经营状态'],
    ...rows,
    ['桥头镇', '桥头新来包装有限公司', '', '12', '1', '正常经营'],
  ])
}

/** Files that ask for something, one of each kind. */
export function troublesomeFiles() {
  const head = ['所属乡镇(街道)', '企业名称', '从业人员数', '正式党员']
  const whole = sampleFile('桥头镇.xlsx')
  return [
    csv('新单位的表.csv', [head, ['马家镇', '马家粮油有限公司', '12', '0']]),
    csv('摸底表.csv', [head.slice(1), ['示范粮油有限公司', '12', '0']]),
    csv('两个单位的表.csv', [head, ['桥头镇', '桥头甲商贸有限公司', '8', '0'], ['石桥镇', '石桥乙商贸有限公司', '9', '1']]),
    { ...whole, name: '没下载完.xlsx', buffer: whole.buffer.subarray(0, 3000) },
    csv('花名册.csv', [['姓名', '性别', '年龄'], ['张三', '男', '40']]),
    whole,
  ]
}

/** The same a month later. */
export function laterMonth() {
  const { buffer } = nextMonth()
  const text = buffer.toString('utf8').replace(/,(\d+),(\d+),/g, (_all, employees, members) => `,${Number(employees) + 2},${members},`)
  return { name: '桥头镇(八月).csv', mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') }
}

/** A table whose 负责人 may be anybody. */
export function unclearColumns() {
  const people = [['宏图五金有限公司', '周建国'], ['永兴纸品有限公司', '吴秀英'], ['金穗粮油有限公司', '郑海涛']]
  return csv('桥头镇摸底表.csv', [
    ['序号', '企业名称', '统一社会信用代码', '从业人数', '是否建立党组织', '负责人', '包保等级'],
    ...people.map(([name, person], i) => [String(i + 1), name ?? '', '', String(20 + i), '是', person ?? '', '一级']),
  ])
}

/** Enterprises of joint organisations nobody named. */
export function namelessOrgs() {
  const of = [['桥头甲商行', '李四'], ['桥头乙商行', '李四'], ['桥头丙商行', '李四'], ['桥头丁商行', '王五'], ['桥头戊商行', '王五']]
  return csv('桥头镇联合组建.csv', [
    ['所属乡镇(街道)', '企业名称', '正式党员', '是否建立党组织', '组建方式', '成立时间', '书记姓名'],
    ...of.map(([name, secretary], i) => ['桥头镇', name ?? '', String(1 + (i % 2)), '是', '联合组建', '2021-07-01', secretary ?? '']),
  ])
}

/** A table with cells nobody can read. */
export function wrongCells() {
  return csv('桥头镇(九月).csv', [
    ['所属乡镇(街道)', '企业名称', '统一社会信用代码', '从业人员数', '正式党员', '是否建立党组织', '经营状态'],
    ['桥头镇', '桥头甲商贸有限公司', '91000000MA0000015', '约五十人', '3', '是', '正常在营业'],
    ['桥头镇', '桥头乙商贸有限公司', '91000000MA00000232', '12', '一名', '是', '正常在营业'],
    ['桥头镇', '桥头丙商贸有限公司', '', '20', '0', '否', '正常经营'],
  ])
}
