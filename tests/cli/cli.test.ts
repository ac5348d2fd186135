import { execFile } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { read } from '@e965/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../../build/chromium.mjs'
import expected from '../../resources/sample-district/expected.json'

const root = join(import.meta.dirname, '../..')
const script = join(root, 'dist/electron/cli.js')
const sample = join(root, 'resources/sample-district')
const chromium = findChromium()
const named = process.env.CHROMIUM
let folder: string
let dataFolder: string

beforeAll(() => {
  expect(existsSync(script), 'dist/ is not built: node build/build.mjs or npm test').toBe(true)
  folder = mkdtempSync(join(tmpdir(), 'ledger-cli-'))
  dataFolder = join(folder, '数据')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ran {
  code: number
  out: string
  err: string
}

/** The built command line in a process of its own, as a script would call it. */
function office(...args: string[]): Promise<Ran> {
  return officeWith({}, ...args)
}
function officeWith(env: Record<string, string>, ...args: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], { cwd: folder, maxBuffer: 1 << 26, env: { ...process.env, ...env, INIT_CWD: folder } }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })
}
const inDistrict = (...args: string[]): Promise<Ran> => office(...args, '--data', dataFolder, '--json')
const files = Object.keys(expected.files).map((name) => join(sample, name))

describe('the sample district by command line', () => {
  it('setup takes the block of expected.json', async () => {
    const ran = await inDistrict('setup', join(sample, 'expected.json'))
    expect([ran.code, JSON.parse(ran.out)]).toEqual([0, { added: 12, changed: 0 }])
  })

  it('a dry run describes every file and writes nothing', async () => {
    const ran = await inDistrict('import', ...files)
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
    expect(JSON.parse((await inDistrict('list', 'enterprises')).out)).toEqual([])
  })

  it('--commit gives exactly the enterprises and S1', async () => {
    const ran = await inDistrict('import', ...files, '--commit', '--operator', '测试')
    expect(JSON.parse(ran.out).batchId).toBe(1)
    const rows = new Map<string, Record<string, unknown>>(JSON.parse((await inDistrict('list', 'enterprises')).out).map((row: { enterpriseName: string }) => [row.enterpriseName, row]))
    expect(rows.size).toBe(240)
    for (const enterprise of expected.enterprises) {
      for (const [field, value] of Object.entries(enterprise)) {
        expect([enterprise.enterpriseName, field, rows.get(enterprise.enterpriseName)?.[field] ?? null]).toEqual([enterprise.enterpriseName, field, value === '' ? null : value])
      }
    }
    const table = JSON.parse((await inDistrict('stats', 'S1', '--cutoff', expected.cutOff)).out)
    const [part] = table.parts
    for (const { label, figures } of [...part.rows, { label: '合计', figures: part.total }]) {
      expect(figures).toMatchObject(expected.s1[label as keyof typeof expected.s1])
    }
  })

  it('the same files again are all the same', async () => {
    expect((await office('import', ...files, '--data', dataFolder)).out).toContain('，东山街道，已导入过，内容相同)：20 行')
    const answer = JSON.parse((await inDistrict('import', ...files, '--commit')).out)
    expect(answer.totals).toMatchObject({ same: 240, add: 0, change: 0 })
  })

  it('lists, checks and exports', async () => {
    for (const [what, least] of [['units', 12], ['imports', 12], ['orgs', 60], ['liaisons', 20], ['deliveries', 100]] as const) {
      expect(JSON.parse((await inDistrict('list', what)).out).length, what).toBeGreaterThanOrEqual(least)
    }
    expect(JSON.parse((await inDistrict('list', 'enterprises', '--unit', '东山街道办事处')).out)).toHaveLength(20)
    const check = await inDistrict('check')
    expect([check.code, JSON.parse(check.out).enterprises]).toEqual([1, 240])
    expect((await inDistrict('export', 'F01', '--unit', '滨河街道', '--out', '台账.xlsx')).code).toBe(0)
    const book = read(readFileSync(join(folder, '台账.xlsx')))
    expect(book.Sheets[book.SheetNames[0] ?? '']?.['A1']?.v).toBe('示范区非公有制企业党建工作台账')
    expect((await inDistrict('stats', 'S1', '--out', join(folder, '统计.xlsx'))).code).toBe(0)
    expect(existsSync(join(folder, '统计.xlsx'))).toBe(true)
    const size = JSON.parse((await inDistrict('stats', 'S4', '--unit', '滨河街道', '--out', 'S4.xlsx')).out)
    expect([size.table, size.unitName, size.parts[0].rows.length]).toEqual(['S4', '滨河街道', 6])
    expect(read(readFileSync(join(folder, 'S4.xlsx'))).Sheets['S4']?.['H5']?.f).toBe('IF(D5=0,"—",ROUND(E5/D5,4))')
    expect((await inDistrict('stats', 'S1', '--period', '没有锁定')).code).toBe(3)
  })

  it('locks periods and compares any two', async () => {
    const lock = (...args: string[]): Promise<Ran> => inDistrict('period', 'lock', '--kind', '季', ...args)
    expect((await office('period', 'list', '--data', dataFolder)).out.trim()).toBe('还没有锁定过报告期。')
    const first = await lock('--cut-off', '2026-03-31', '--operator', '测试')
    expect([first.code, JSON.parse(first.out)]).toMatchObject([0, { label: '2026年第1季度', enterprises: 240, edition: 1, lockedBy: '测试' }])
    expect(JSON.parse((await lock('--cutoff', '2026-03-31')).out).failure.details.reason).toBe('locked-period')
    expect(JSON.parse((await lock('--cutoff', '2099-03-31')).out).failure.details.reason).toBe('future-cut-off')
    expect((await lock('--cutoff', '2026-06-30', '--label', '上半年报')).code).toBe(0)
    expect((await office('period', 'list', '--data', dataFolder)).out).toMatch(/^上半年报\t季\t2026-06-30\t.*\t240 家\t第1版\n2026年第1季度\t/)
    const compared = await inDistrict('period', 'compare', '2026年第1季度', '上半年报', '--unit', '滨河街道', '--out', '比较.xlsx')
    expect([compared.code, JSON.parse(compared.out)]).toMatchObject([0, { previous: '2026年第1季度', period: '上半年报', unitName: '滨河街道' }])
    expect(read(readFileSync(join(folder, '比较.xlsx'))).SheetNames).toEqual(['S1a', 'S1b', 'S1c', 'S1d', 'S1e', 'S12a', 'S12a2', 'S12b', 'S12c'])
    expect((await office('period', 'compare', '上半年报', '--data', dataFolder)).out).toContain('两个覆盖比较表')
    expect(JSON.parse((await inDistrict('period', 'compare', '上半年报', '2026年第1季度')).out).failure.details.reason).toBe('compare-order')
    expect(JSON.parse((await inDistrict('period', 'compare', '没有锁定')).out).failure.details.reason).toBe('no-such-period')
    expect(JSON.parse((await inDistrict('stats', 'S1', '--period', '上半年报')).out).period).toBe('上半年报')
  })

  it('report says what it checked and writes the set into a folder of its own', async () => {
    const ran = await office('report', '--as-of', expected.cutOff, '--out', '上报', '--data', dataFolder)
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(ran.out).toContain('勾稽关系：对得上')
    expect(ran.out).toMatch(/数据核查：错误 \d+ 条，提醒 \d+ 条，提示 \d+ 条/)
    const [name = ''] = readdirSync(join(folder, '上报'))
    expect(name).toContain(expected.cutOff)
    const set = ['F01', 'S1', 'S12', 'S13', 'S15', 'S2', 'S3']
    const files = readdirSync(join(folder, '上报', name))
    const keysOf = (ending: string) => files.filter((file) => file.endsWith(ending)).map((file) => file.split('_')[0]).sort()
    expect([keysOf('.xlsx'), keysOf('.pdf')]).toEqual([set, chromium === undefined ? [] : set])
    expect(ran.out.includes('只有 Excel 文件')).toBe(chromium === undefined)
    expect((await inDistrict('report', '--period', '没有锁定', '--out', '上报')).code).toBe(3)
  })

  it('report has workbooks only where nothing can make a PDF, and says so', async () => {
    const bare = { CHROMIUM: join(folder, 'no-browser') }
    const ran = await officeWith(bare, 'report', '--as-of', expected.cutOff, '--out', '街道', '--unit', '滨河街道', '--data', dataFolder)
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(ran.out).toContain('没有找到能生成 PDF 的浏览器')
    const [name = ''] = readdirSync(join(folder, '街道'))
    const files = readdirSync(join(folder, '街道', name))
    expect([files.length, files.every((file) => file.endsWith('.xlsx'))]).toEqual([6, true])
  })

  it('exports the other standard forms, of a unit and a year', async () => {
    for (const [form, rows] of [['F02', 20], ['F13', 0]] as const) {
      const ran = await inDistrict('export', form, '--unit', '东山街道', '--year', '2026', '--out', `${form}.xlsx`)
      expect([ran.code, JSON.parse(ran.out)]).toMatchObject([0, { form, rows }])
      expect(read(readFileSync(join(folder, `${form}.xlsx`))).Sheets[form]?.['A2']?.v).toBe('填报单位(盖章):东山街道')
    }
  })

  it.skipIf(!chromium)(`prints forms and tables${chromium ? '' : ' (skipped: it needs a Chromium, and there is none)'}`, async () => {
    for (const [name, ...args] of [['F02', '--unit', '东山街道'], ['S1']] as const) {
      const ran = await inDistrict('print', name, ...args, '--out', `${name}.pdf`)
      expect([ran.code, JSON.parse(ran.out)]).toMatchObject([0, { pages: 1, file: join(folder, `${name}.pdf`) }])
      expect(readFileSync(join(folder, `${name}.pdf`)).subarray(0, 5).toString()).toBe('%PDF-')
    }
    const refused = await inDistrict('print', 'S1', '--period', '没有锁定', '--out', 'S1.pdf')
    expect([refused.code, JSON.parse(refused.out).failure.code]).toEqual([3, 'not-found'])
  })

  it('says when no browser can make a PDF', async () => {
    process.env.CHROMIUM = join(folder, 'no-browser')
    try {
      const ran = await inDistrict('print', 'S1', '--out', 'nothing.pdf')
      expect([ran.code, JSON.parse(ran.out).failure]).toMatchObject([3, { code: 'invalid', details: { reason: 'no-chromium' } }])
      expect(existsSync(join(folder, 'nothing.pdf'))).toBe(false)
    } finally {
      if (named === undefined) delete process.env.CHROMIUM
      else process.env.CHROMIUM = named
    }
  })

  it('sends forms out and knows them again', async () => {
    const blank = await inDistrict('template', 'F02', '--out', '空白.xlsx')
    expect([blank.code, JSON.parse(blank.out).form]).toEqual([0, 'F02'])
    const all = JSON.parse((await inDistrict('template', 'F01', '--all-units', '--out', '发放.zip')).out)
    expect(all.files).toHaveLength(12)
    expect(readFileSync(join(folder, '发放.zip')).subarray(0, 2).toString()).toBe('PK')
    expect((await inDistrict('template', 'F01', '--unit', '滨河街道', '--out', '滨河.xlsx')).code).toBe(0)
    const back = JSON.parse((await inDistrict('import', '滨河.xlsx')).out)
    expect(back.totals).toMatchObject({ add: 0, change: 0, skipped: 0 })
    expect(back.files[0]).toMatchObject({ form: 'F01', unit: '滨河街道', conflicts: [] })
  })

  it('tables of other forms in one run, counted by form', async () => {
    const [enterprise] = expected.enterprises.filter(({ hasPartyOrg, operatingStatus }) => !hasPartyOrg && operatingStatus === '正常经营')
    const { unitName, enterpriseName } = enterprise ?? { unitName: '', enterpriseName: '' }
    const write = (name: string, rows: string[][]): void => writeFileSync(join(folder, name), `\uFEFF${rows.map((row) => row.join(',')).join('\r\n')}`)
    write('选派.csv', [['序号', '姓名', '类别', '联系电话', '所属乡镇(街道)', '企业名称', '选派时间', '在岗状态'], ['1', '田一禾', '指导员', '13900001111', unitName, enterpriseName, '2026-02-01', '在岗']])
    write('走访.csv', [['走访时间', '指导员(联络员)', '所属乡镇(街道)', '企业名称', '走访方式', '走访内容'], ['2026-05-06', '田一禾', unitName, enterpriseName, '实地', '宣传政策'], ['2026-05-07', '无此人', unitName, enterpriseName, '实地', '座谈']])
    const dry = await office('import', '走访.csv', '选派.csv', '--data', dataFolder)
    expect(dry.code).toBe(1)
    expect(dry.out).toContain(`走访.csv(F05 党建工作指导员(联络员)走访记录台账，${unitName})：2 行，新增 1，变更 0，相同 0，跳过 1`)
    expect(dry.out).toContain('F04 党建工作指导员(联络员)选派情况台账：1 行，新增 1，变更 0，相同 0，跳过 0')
    expect(dry.out).toContain('错误 V-46 第 3 行B 台账中没有指导员(联络员)“无此人”')
    expect(dry.out).toContain('共 3 行，新增 2，变更 0，相同 0，跳过 1。')
    const { forms } = JSON.parse((await inDistrict('import', '走访.csv', '选派.csv', '--commit')).out)
    expect(forms.map(({ form, add }: { form: string; add: number }) => [form, add])).toEqual([['F04', 1], ['F05', 1]])
    expect(JSON.parse((await inDistrict('list', 'liaisons')).out).filter(({ name }: { name: string }) => name === '田一禾')).toHaveLength(1)
  })

  it('takes an import back, and asks first what becomes of what went on since', async () => {
    const [first, second] = expected.enterprises.filter(({ unitName }) => unitName === '东山街道')
    const line = (name: string, employees: string): string => `1,东山街道,${name},,${employees},,`
    const sheet = (file: string, lines: string[]): void => writeFileSync(join(folder, file), `\uFEFF${['序号,所属乡镇(街道),企业名称,统一社会信用代码,从业人员数,正式党员,是否建立党组织', ...lines].join('\r\n')}`)
    const names = [first?.enterpriseName ?? '', second?.enterpriseName ?? '']
    const employees = async (): Promise<unknown[]> => {
      const rows: { enterpriseName: string; employees: number }[] = JSON.parse((await inDistrict('list', 'enterprises', '--unit', '东山街道')).out)
      return names.map((name) => rows.find((row) => row.enterpriseName === name)?.employees ?? null)
    }
    const before = await employees()
    sheet('七月.csv', names.map((name) => line(name, '7001')))
    sheet('八月.csv', [line(names[0] ?? '', '8001')])
    const { batchId } = JSON.parse((await inDistrict('import', '七月.csv', '--commit')).out)
    await inDistrict('import', '八月.csv', '--commit')
    expect(await employees()).toEqual([8001, 7001])

    const asked = await office('undo', String(batchId), '--data', dataFolder)
    expect(asked.code).toBe(1)
    expect(asked.out).toContain(`从业人员 导入前 ${before[0]}，导入时 7001，现在 8001`)
    expect(asked.out).toContain('--later keep')
    expect(await employees()).toEqual([8001, 7001])

    const done = await office('undo', String(batchId), '--data', dataFolder, '--later', 'keep')
    expect([done.code, done.out]).toEqual([0, expect.stringMatching(/^已撤销导入批次 \d+：/)])
    expect(await employees()).toEqual([8001, before[1]])
    const again = await inDistrict('undo', String(batchId))
    expect([again.code, JSON.parse(again.out).failure.details.reason]).toEqual([3, 'undone'])
    expect((await inDistrict('undo', String(batchId + 1))).code).toBe(0)
    expect((await office('undo', '三', '--data', dataFolder)).code).toBe(2)
    expect(JSON.parse((await inDistrict('undo', '9999')).out).failure.code).toBe('not-found')
  })

  it('a wrong file does not stop the others', async () => {
    writeFileSync(join(folder, '坏.xlsx'), 'PK\u0003\u0004 not a zip')
    const ran = await inDistrict('import', '坏.xlsx', join(sample, '东山街道.xlsx'))
    const answer = JSON.parse(ran.out)
    expect(ran.code).toBe(1)
    expect(answer.files.map((file: { failure: { code: string } | null; same: number }) => [file.failure?.code ?? null, file.same])).toEqual([['unreadable-file', 0], [null, 20]])
  })

  it('a folder is read with the folders in it, and only its tables', async () => {
    const inner = join(folder, '报来', '第二批')
    mkdirSync(inner, { recursive: true })
    mkdirSync(join(folder, '报来', '.隐藏'))
    for (const [name, place] of [['桥头镇.xlsx', '报来/桥头镇.xlsx'], ['西岭街道.xls', '报来/第二批/西岭街道.xls'], ['桥头镇.xlsx', '报来/~$桥头镇.xlsx'], ['桥头镇.xlsx', '报来/.隐藏/桥头镇.xlsx']] as const) {
      copyFileSync(join(sample, name), join(folder, place))
    }
    writeFileSync(join(folder, '报来', '说明.docx'), 'PK')
    writeFileSync(join(inner, '坏.xlsx'), 'PK\u0003\u0004 not a zip')
    const answer = JSON.parse((await inDistrict('import', '报来')).out)
    expect(answer.files.map(({ file, rows }: { file: string; rows: number }) => [file, rows])).toEqual([['第二批/坏.xlsx', 0], ['第二批/西岭街道.xls', 20], ['桥头镇.xlsx', 20]])
    expect((await office('import', '报来', '--data', dataFolder)).out).toContain('3 个文件，2 个可导入，1 个不能导入。')
    mkdirSync(join(folder, '空'))
    const empty = await office('import', '空', '--data', dataFolder)
    expect([empty.code, empty.err.trim()]).toEqual([3, '文件夹「空」里没有表格文件，没有读取任何内容。请检查路径是否正确。'])
  })

  it('return writes what was found into a copy, and the copy is imported as the file was', async () => {
    const [enterprise] = expected.enterprises.filter(({ unitName }) => unitName === '桥头镇')
    const rows = [['序号', '所属乡镇(街道)', '企业名称', '统一社会信用代码', '从业人员数'], ['1', '桥头镇', enterprise?.enterpriseName ?? '', enterprise?.creditCode ?? '', '约五十人']]
    writeFileSync(join(folder, '报来.csv'), `\uFEFF${rows.map((row) => row.join(',')).join('\r\n')}`)
    const ran = await inDistrict('return', '报来.csv', '--out', '退回.xlsx')
    expect([ran.code, JSON.parse(ran.out)]).toMatchObject([1, { file: join(folder, '退回.xlsx'), errors: 1, kept: false }])
    const book = read(readFileSync(join(folder, '退回.xlsx')))
    expect(book.SheetNames[0]).toBe('校验说明')
    expect(book.Sheets[book.SheetNames[1] ?? '']?.['F2']?.v).toMatch(/^错误：.*约五十人/)
    const [first, second] = [JSON.parse((await inDistrict('import', '报来.csv')).out), JSON.parse((await inDistrict('import', '退回.xlsx')).out)]
    expect(second.totals).toEqual(first.totals)
    expect((await office('return', '报来.csv', '--out', '退回.xlsx', '--data', dataFolder)).out).toMatch(/^已保存 .*退回\.xlsx：错误 1 处，提醒 \d+ 处，提示 \d+ 处。\n这种格式不能写回/)
    const clean = await inDistrict('return', '选派.csv', '--out', '没问题.xlsx')
    expect([clean.code, existsSync(join(folder, '没问题.xlsx'))]).toEqual([0, false])
  })

  it('a protected file is read with its password', async () => {
    const file = join(root, 'tests/fixtures/protectedLedger.xlsx')
    const asked = await inDistrict('import', file)
    expect(asked.code).toBe(3)
    expect(JSON.parse(asked.out).failure.details.reason).toBe('password-needed')
    expect(JSON.parse((await inDistrict('import', file, '--password', '台账')).out).failure.code).toBe('wrong-password')
    const opened = JSON.parse((await inDistrict('import', file, '--password', '台账2026')).out)
    expect(opened.files[0]).toMatchObject({ unit: '桥头镇', rows: 20, failure: null })
  })
})

describe('refusals', () => {
  it.each([
    [['import', '没有.xlsx'], 'not-found'],
    [['return', '没有.xlsx', '--out', '退回.xlsx'], 'not-found'],
    [['setup', 'package.json'], 'not-found'],
    [['list', 'enterprises', '--unit', '丁镇'], 'not-found'],
    [['list', 'somethings'], 'invalid'],
    [['export', 'F01', '--out', 'no/such/folder/台账.xlsx'], 'read-only'],
    [['export', 'F11', '--out', '考核.xlsx'], 'not-found'],
    [['export', 'F11', '--org', '没有的支部', '--out', '考核.xlsx'], 'not-found'],
    [['demo'], 'conflict'],
  ])('%s is %s, in words and without a stack', async (args, code) => {
    const json = await inDistrict(...args)
    expect([json.code, JSON.parse(json.out).failure.code]).toEqual([3, code])
    const plain = await office(...args, '--data', dataFolder)
    expect(plain.code).toBe(3)
    expect(plain.err).toMatch(/[\u4e00-\u9fff].*。/)
    expect(plain.err + plain.out).not.toMatch(/at .*\.[jt]s|Error:/)
  })

  it.each([[[]], [['nonsense']], [['return', 'a.xlsx']], [['list']], [['stats', 'S16']], [['report', '--out', 'a']], [['report', '--as-of', '2026-06-30']], [['stats', 'S1', '--by', 'month']], [['period']], [['period', 'lock', '--kind', '季']], [['period', 'lock', '--kind', '旬', '--cutoff', '2026-06-30']], [['period', 'compare']], [['export', 'F99', '--out', 'a.xlsx']], [['print', 'S99', '--out', 'a.pdf']], [['print', 'F01']], [['export', 'F05', '--year', '26', '--out', 'a.xlsx']], [['template', 'F13', '--out', 'a.xlsx']], [['template', 'F01', 'F02', '--out', 'a.xlsx']], [['import', 'a.xlsx', '--policy', 'merge']]])('%s is wrong usage', async (args) => {
    const ran = await office(...args, ...(args[0] === 'list' ? [] : ['--data', dataFolder]))
    expect([ran.code, ran.out]).toEqual([2, ''])
    expect(ran.err).toContain('用法')
  })

  it('a data folder that cannot be is refused', async () => {
    writeFileSync(join(folder, '文件'), '')
    const ran = await office('list', 'units', '--data', join(folder, '文件', '里面'), '--json')
    expect([ran.code, JSON.parse(ran.out).failure.code]).toEqual([3, 'read-only'])
  })
})
