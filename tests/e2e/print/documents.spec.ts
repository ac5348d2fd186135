import { execFileSync } from 'node:child_process'
import type { Page } from '@playwright/test'
import { expect, test } from '../app'
import { goTo } from '../goTo'
import { expectAccessible } from '../screens/clerk'

test('cards and letters are previewed from the pages they belong to and kept as PDF', async ({ openApp, door }) => {
  test.skip(door === 'electron', 'downloads of a desktop window go through its own save dialog')
  test.setTimeout(180_000)
  const { page } = await openApp({ data: 'sample' })

  await test.step('一企一档 of one enterprise, from its page', async () => {
    await goTo(page, '#/enterprise/1')
    const told = await savedText(page, '打印一企一档')
    const name = await page.getByRole('heading', { level: 1 }).innerText()
    expect(told).toContain('非公有制企业党建工作一企一档')
    expect(told).toContain(name)
    expect(told).toContain('党的组织覆盖和工作覆盖')
  })

  await test.step('换届提示函 to several organisations chosen in 换届提醒', async () => {
    await goTo(page, '#/party-orgs/terms?step=届满未换')
    await expect(page.getByRole('button', { name: '换届提示函' })).toBeDisabled()
    const rows = page.getByRole('table').getByRole('row')
    await expect(rows.nth(2)).toBeVisible()
    for (const row of [1, 2]) await rows.nth(row).getByRole('checkbox').check()
    const told = await savedText(page, '换届提示函(2)')
    expect(told.match(/特此提示/g)).toHaveLength(2)
    expect(told).toContain('关于抓紧做好党组织换届工作的提示函')
  })

  await test.step('走访卡 of chosen visits', async () => {
    await goTo(page, '#/liaisons/visits')
    for (const row of [1, 2]) await page.getByRole('checkbox', { name: `选择第 ${row} 行` }).click()
    expect(await savedText(page, '打印走访卡')).toContain('走访记录卡')
  })

  await test.step('通报 of 报送情况', async () => {
    await goTo(page, '#/import/returns')
    const told = await savedText(page, '通报')
    expect(told).toContain('报送情况的通报')
    expect(told).toContain('应报送单位12个')
  })
})

/** Opens the preview, keeps it as PDF, closes it, and reads the file back without its blanks. */
async function savedText(page: Page, button: string): Promise<string> {
  await page.getByRole('button', { name: button, exact: true }).click()
  const preview = page.getByRole('dialog')
  const save = preview.getByRole('button', { name: '存为PDF' })
  await expect(save).toBeEnabled({ timeout: 60_000 })
  await expectAccessible(page)
  const downloading = page.waitForEvent('download')
  await save.click()
  const file = await (await downloading).path()
  await preview.getByRole('button', { name: '关闭' }).click()
  await expect(preview).toBeHidden()
  return execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }).replace(/\s/g, '')
}
