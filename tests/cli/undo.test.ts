import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import expected from '../../resources/sample-district/expected.json'
import { openDistrict, type CommandLine } from './commandLine'

let line: CommandLine

beforeAll(async () => {
  line = await openDistrict()
})
afterAll(() => line.remove())

it('takes an import back, and asks first what becomes of what went on since', async () => {
  const [first, second] = expected.enterprises.filter(({ unitName }) => unitName === '东山街道')
  const row = (name: string, employees: string): string => `1,东山街道,${name},,${employees},,`
  const sheet = (file: string, lines: string[]): void => writeFileSync(join(line.folder, file), `\uFEFF${['序号,所属乡镇(街道),企业名称,统一社会信用代码,从业人员数,正式党员,是否建立党组织', ...lines].join('\r\n')}`)
  const names = [first?.enterpriseName ?? '', second?.enterpriseName ?? '']
  const employees = async (): Promise<unknown[]> => {
    const rows: { enterpriseName: string; employees: number }[] = JSON.parse((await line.inDistrict('list', 'enterprises', '--unit', '东山街道')).out)
    return names.map((name) => rows.find(({ enterpriseName }) => enterpriseName === name)?.employees ?? null)
  }
  const before = await employees()
  sheet('七月.csv', names.map((name) => row(name, '7001')))
  sheet('八月.csv', [row(names[0] ?? '', '8001')])
  const { batchId } = JSON.parse((await line.inDistrict('import', '七月.csv', '--commit')).out)
  await line.inDistrict('import', '八月.csv', '--commit')
  expect(await employees()).toEqual([8001, 7001])

  const asked = await line.office('undo', String(batchId), '--data', line.dataFolder)
  expect(asked.code).toBe(1)
  expect(asked.out).toContain(`从业人员 导入前 ${before[0]}，导入时 7001，现在 8001`)
  expect(asked.out).toContain('--later keep')
  expect(await employees()).toEqual([8001, 7001])

  const done = await line.office('undo', String(batchId), '--data', line.dataFolder, '--later', 'keep')
  expect([done.code, done.out]).toEqual([0, expect.stringMatching(/^已撤销导入批次 \d+：/)])
  expect(await employees()).toEqual([8001, before[1]])
  const again = await line.inDistrict('undo', String(batchId))
  expect([again.code, JSON.parse(again.out).failure.details.reason]).toEqual([3, 'undone'])
  expect((await line.inDistrict('undo', String(batchId + 1))).code).toBe(0)
  expect((await line.office('undo', '三', '--data', line.dataFolder)).code).toBe(2)
  expect(JSON.parse((await line.inDistrict('undo', '9999')).out).failure.code).toBe('not-found')
})
