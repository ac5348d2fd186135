import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '../app'
import { expectAccessible, setUp } from '../screens/clerk'
import { expected } from '../screens/sampleDistrict'

let folder: string

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-e2e-'))
})

test.afterEach(() => rm(folder, { recursive: true, force: true }))

/** Overwrites everything behind the tables' description. */
async function damage(from: number): Promise<void> {
  const file = join(folder, 'ledger.sqlite')
  await writeFile(file, (await readFile(file)).fill(0xa5, from))
}

test('a damaged ledger is shown with its choices, and a copy takes its place', async ({ openApp }) => {
  const first = await openApp({ folder })
  await setUp(first.page, ['东山街道', '西河镇'])
  await first.page.getByRole('banner').getByRole('link', { name: /^备份：/ }).click()
  await first.page.getByRole('button', { name: '立即备份' }).click()
  await expect(first.page.getByRole('button', { name: /^恢复 / })).toHaveCount(1)
  await first.close()
  await damage(1000)

  const { page } = await openApp({ folder })
  await expect(page.getByRole('heading', { name: '台账打不开' })).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('已损坏')
  for (const name of ['办法一　用备份恢复', '办法二　抢救还能读出的内容', '办法三　退出']) {
    await expect(page.getByRole('heading', { name })).toBeVisible()
  }
  await expectAccessible(page)
  await page.screenshot({ path: test.info().outputPath('recovery.png') })

  await page.getByRole('button', { name: '抢救', exact: true }).click()
  await page.getByRole('button', { name: '开始抢救' }).click()
  await expect(page.getByText(/已经读不出内容/)).toBeVisible()
  await page.getByRole('button', { name: '退出' }).click()
  await expect(page.getByText('没有改动任何文件。', { exact: false }).first()).toBeVisible()

  await page.getByRole('button', { name: /^恢复 / }).click()
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: '恢复这份备份' }).click()])
  await expect(page.getByText('台账里还没有企业')).toBeVisible()
  expect((await readdir(folder)).filter((name) => name.startsWith('ledger-damaged'))).toHaveLength(1)
})

test('what can still be read is salvaged, with what was lost counted', async ({ openApp }) => {
  const first = await openApp({ folder })
  await setUp(first.page, ['东山街道', '西河镇'])
  await first.close()
  const file = join(folder, 'ledger.sqlite')
  const bytes = await readFile(file)
  // The page that holds what the office is called: the units lie in another.
  const page0 = Math.floor(bytes.indexOf(expected.setup.officeName) / 16_384) * 16_384
  await writeFile(file, bytes.fill(0xa5, page0, page0 + 16_384))

  const { page } = await openApp({ folder })
  await page.getByRole('button', { name: '抢救', exact: true }).click()
  await page.getByRole('button', { name: '开始抢救' }).click()
  await expect(page.getByRole('heading', { name: '抢救完成，新台账已经打开' })).toBeVisible()
  await expect(page.getByRole('row', { name: /填报单位/ })).toContainText('20')
  await expect(page.getByRole('row', { name: /设置、操作日志等/ })).not.toContainText(/0$/)
  await expectAccessible(page)
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: '打开台账' }).click()])
  // Its name is among what is lost: the office is asked for it again, with its units there.
  await expect(page.getByLabel('本办公室(工委)名称')).toBeVisible()
})
