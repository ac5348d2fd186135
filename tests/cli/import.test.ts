import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import expected from '../../resources/sample-district/expected.json'
import { files, openCommandLine, sample, type CommandLine } from './commandLine'

const root = join(import.meta.dirname, '../..')
let line: CommandLine

beforeAll(() => {
  line = openCommandLine()
})
afterAll(() => line.remove())

it('setup takes the block of expected.json', async () => {
  const ran = await line.inDistrict('setup', join(sample, 'expected.json'))
  expect([ran.code, JSON.parse(ran.out)]).toEqual([0, { added: 12, changed: 0 }])
})

it('a dry run describes every file and writes nothing', async () => {
  const ran = await line.inDistrict('import', ...files)
  const answer = JSON.parse(ran.out)
  expect(ran.code).toBe(1)
  expect(answer.batchId).toBeNull()
  expect(answer.totals).toMatchObject({ rows: 240, add: 240, change: 0, same: 0, skipped: 0, errors: 0 })
  expect(answer.files).toHaveLength(12)
  for (const file of answer.files) {
    const truth = expected.files[file.file as keyof typeof expected.files]
    expect(file).toMatchObject({ form: 'F01', unit: truth.unit, rows: truth.rows, add: truth.rows, failure: null })
    expect(file.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(file.sheets[0].unmapped).toEqual([])
  }
  expect(JSON.parse((await line.inDistrict('list', 'enterprises')).out)).toEqual([])
})

it('--commit gives exactly the enterprises and S1', async () => {
  const ran = await line.inDistrict('import', ...files, '--commit', '--operator', '测试')
  expect(JSON.parse(ran.out).batchId).toBe(1)
  const rows = new Map<string, Record<string, unknown>>(JSON.parse((await line.inDistrict('list', 'enterprises')).out).map((row: { enterpriseName: string }) => [row.enterpriseName, row]))
  expect(rows.size).toBe(240)
  for (const enterprise of expected.enterprises) {
    for (const [field, value] of Object.entries(enterprise)) {
      expect([enterprise.enterpriseName, field, rows.get(enterprise.enterpriseName)?.[field] ?? null]).toEqual([enterprise.enterpriseName, field, value === '' ? null : value])
    }
  }
  const table = JSON.parse((await line.inDistrict('stats', 'S1', '--cutoff', expected.cutOff)).out)
  const [part] = table.parts
  for (const { label, figures } of [...part.rows, { label: '合计', figures: part.total }]) {
    expect(figures).toMatchObject(expected.s1[label as keyof typeof expected.s1])
  }
})

it('the same files again are all the same', async () => {
  expect((await line.office('import', ...files, '--data', line.dataFolder)).out).toContain('，东山街道，已导入过，内容相同)：20 行')
  const answer = JSON.parse((await line.inDistrict('import', ...files, '--commit')).out)
  expect(answer.totals).toMatchObject({ same: 240, add: 0, change: 0 })
})

it('a wrong file does not stop the others', async () => {
  writeFileSync(join(line.folder, '坏.xlsx'), 'PK\u0003\u0004 not a zip')
  const ran = await line.inDistrict('import', '坏.xlsx', join(sample, '东山街道.xlsx'))
  const answer = JSON.parse(ran.out)
  expect(ran.code).toBe(1)
  expect(answer.files.map((file: { failure: { code: string } | null; same: number }) => [file.failure?.code ?? null, file.same])).toEqual([['unreadable-file', 0], [null, 20]])
})

it('a folder is read with the folders in it, and only its tables', async () => {
  const inner = join(line.folder, '报来', '第二批')
  mkdirSync(inner, { recursive: true })
  mkdirSync(join(line.folder, '报来', '.隐藏'))
  for (const [name, place] of [['桥头镇.xlsx', '报来/桥头镇.xlsx'], ['西岭街道.xls', '报来/第二批/西岭街道.xls'], ['桥头镇.xlsx', '报来/~$桥头镇.xlsx'], ['桥头镇.xlsx', '报来/.隐藏/桥头镇.xlsx']] as const) {
    copyFileSync(join(sample, name), join(line.folder, place))
  }
  writeFileSync(join(line.folder, '报来', '说明.docx'), 'PK')
  writeFileSync(join(inner, '坏.xlsx'), 'PK\u0003\u0004 not a zip')
  const answer = JSON.parse((await line.inDistrict('import', '报来')).out)
  expect(answer.files.map(({ file, rows }: { file: string; rows: number }) => [file, rows])).toEqual([['第二批/坏.xlsx', 0], ['第二批/西岭街道.xls', 20], ['桥头镇.xlsx', 20]])
  expect((await line.office('import', '报来', '--data', line.dataFolder)).out).toContain('3 个文件，2 个可导入，1 个不能导入。')
  mkdirSync(join(line.folder, '空'))
  const empty = await line.office('import', '空', '--data', line.dataFolder)
  expect([empty.code, empty.err.trim()]).toEqual([3, '文件夹「空」里没有表格文件，没有读取任何内容。请检查路径是否正确。'])
})

it('a protected file is read with its password', async () => {
  const file = join(root, 'tests/fixtures/protectedLedger.xlsx')
  const asked = await line.inDistrict('import', file)
  expect(asked.code).toBe(3)
  expect(JSON.parse(asked.out).failure.details.reason).toBe('password-needed')
  expect(JSON.parse((await line.inDistrict('import', file, '--password', '台账')).out).failure.code).toBe('wrong-password')
  const opened = JSON.parse((await line.inDistrict('import', file, '--password', '台账2026')).out)
  expect(opened.files[0]).toMatchObject({ unit: '桥头镇', rows: 20, failure: null })
})

it('tables of other forms in one run, counted by form', async () => {
  const [enterprise] = expected.enterprises.filter(({ hasPartyOrg, operatingStatus }) => !hasPartyOrg && operatingStatus === '正常经营')
  const { unitName, enterpriseName } = enterprise ?? { unitName: '', enterpriseName: '' }
  const write = (name: string, rows: string[][]): void => writeFileSync(join(line.folder, name), `\uFEFF${rows.map((row) => row.join(',')).join('\r\n')}`)
  write('选派.csv', [['序号', '姓名', '类别', '联系电话', '所属乡镇(街道)', '企业名称', '选派时间', '在岗状态'], ['1', '田一禾', '指导员', '13900001111', unitName, enterpriseName, '2026-02-01', '在岗']])
  write('走访.csv', [['走访时间', '指导员(联络员)', '所属乡镇(街道)', '企业名称', '走访方式', '走访内容'], ['2026-05-06', '田一禾', unitName, enterpriseName, '实地', '宣传政策'], ['2026-05-07', '无此人', unitName, enterpriseName, '实地', '座谈']])
  const dry = await line.office('import', '走访.csv', '选派.csv', '--data', line.dataFolder)
  expect(dry.code).toBe(1)
  expect(dry.out).toContain(`走访.csv(F05 党建工作指导员(联络员)走访记录台账，${unitName})：2 行，新增 1，变更 0，相同 0，跳过 1`)
  expect(dry.out).toContain('F04 党建工作指导员(联络员)选派情况台账：1 行，新增 1，变更 0，相同 0，跳过 0')
  expect(dry.out).toContain('错误 V-46 第 3 行B 台账中没有指导员(联络员)“无此人”')
  expect(dry.out).toContain('共 3 行，新增 2，变更 0，相同 0，跳过 1。')
  const { forms } = JSON.parse((await line.inDistrict('import', '走访.csv', '选派.csv', '--commit')).out)
  expect(forms.map(({ form, add }: { form: string; add: number }) => [form, add])).toEqual([['F04', 1], ['F05', 1]])
  expect(JSON.parse((await line.inDistrict('list', 'liaisons')).out).filter(({ name }: { name: string }) => name === '田一禾')).toHaveLength(1)
})
