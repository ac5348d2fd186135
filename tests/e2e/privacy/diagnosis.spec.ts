import { expect, test } from '../app'
import { expectAccessible } from '../screens/clerk'

test('what helps whoever helps is copied, and names nobody', async ({ openApp, door }) => {
  test.skip(door === 'electron', 'a desktop window is refused the clipboard this test reads')
  const { page, problems } = await openApp({ data: 'sample' })
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: '关于' }).click()
  await expect(page.getByText('台账企业')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: '复制诊断信息' }).click()
  await expect(page.getByText('诊断信息已复制，可粘贴给技术人员')).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toMatch(/^版本：\d+\.\d+\.\d+/m)
  expect(copied).toMatch(/各表行数：.*enterprise \d{3}/)
  expect(copied).toContain('程序错误：没有')
  expect(copied).not.toMatch(/示范区|街道|公司|1[3-9]\d{9}/)
  expect(problems).toEqual([])
})
