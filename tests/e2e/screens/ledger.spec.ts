import type { Page } from '@playwright/test'
import { expect, test } from '../app'
import { expectAccessible, openPage } from './clerk'

const target = '东山盛源鼎建材有限责任公司'

async function openLedger(page: Page): Promise<void> {
  await openPage(page, '企业台账')
  await expect(page.getByText('共 240 家')).toBeVisible()
}

function searchBox(page: Page) {
  return page.getByRole('textbox', { name: /^搜索企业/ })
}

function header(page: Page, name: string) {
  return page.getByRole('columnheader', { name, exact: true })
}

test('finds an enterprise by name, code, pinyin initials and traditional characters', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await openLedger(page)
  await expectAccessible(page)
  for (const words of ['盛源鼎', '91000000cdkqq0ne88', 'dssyd', '東山盛源鼎', '盛源 建材', '盛源鼎']) {
    await page.keyboard.press('Control+f')
    await searchBox(page).fill(words)
    await expect(page.getByText(/^筛选出 \d+ 家/), words).toBeVisible()
    await expect(page.getByRole('gridcell', { name: target }), words).toBeVisible()
  }
  await expect(page.getByText('筛选出 1 家 / 台账共 240 家')).toBeVisible()
  await searchBox(page).fill('没有这家企业')
  await expect(page.getByText('没有符合条件的企业')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: '清除筛选' }).first().click()
  await expect(page.getByText('共 240 家')).toBeVisible()
})

test('asks nothing while an input method is composing', async ({ openApp, door }) => {
  test.skip(door === 'electron', 'the input method is played through the protocol of a browser page')
  const { page } = await openApp({ data: 'sample' })
  await openLedger(page)
  const questions: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/call/enterprise.sheet')) questions.push(request.postData() ?? '')
  })
  const keyboard = await page.context().newCDPSession(page)
  await searchBox(page).focus()
  for (const typed of ['d', 'do', 'don', 'dong', 'dong s', 'dong shan']) {
    await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Process' })
    const selection = { selectionStart: typed.length, selectionEnd: typed.length }
    await keyboard.send('Input.imeSetComposition', { text: typed, ...selection })
    await page.waitForTimeout(250)
  }
  // Enter picks the word; it is the input method's, not the box's.
  await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Enter' })
  expect(questions).toEqual([])
  await keyboard.send('Input.insertText', { text: '东山' })
  await expect(page.getByText(/^筛选出 \d+ 家/)).toBeVisible()
  await expect(searchBox(page)).toHaveValue('东山')
  expect(questions.map((question) => JSON.parse(question).filter.search)).toEqual(['东山'])
})

test('narrows by unit and status and keeps the question in the address', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await openLedger(page)
  await page.getByRole('button', { name: /^单位：/ }).click()
  await expectAccessible(page)
  await page.getByRole('checkbox', { name: '桥头镇' }).check()
  await page.keyboard.press('Escape')
  await expect(page.getByText('筛选出 20 家 / 台账共 240 家')).toBeVisible()
  await page.getByRole('button', { name: /^覆盖状态：/ }).click()
  await page.getByRole('checkbox', { name: '未覆盖' }).check()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: '移除筛选：覆盖状态：未覆盖' })).toBeVisible()
  await expect(page.getByText('筛选出 20 家 / 台账共 240 家')).toBeHidden()
  const narrowed = await page.getByText(/^筛选出 \d+ 家/).textContent()

  await openPage(page, '统计')
  await expect(page.getByRole('row', { name: /^合计 \d/ })).toBeVisible()
  await page.goBack()
  await expect(page.getByText(narrowed ?? '')).toBeVisible()
  await page.getByRole('button', { name: '移除筛选：单位：桥头镇' }).click()
  await expect(page.getByText(narrowed ?? '')).toBeHidden()
})

test('walks the sheet by keyboard and tells why an enterprise has its status', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await openLedger(page)
  await searchBox(page).fill('盛源鼎')
  await expect(page.getByText('筛选出 1 家 / 台账共 240 家')).toBeVisible()
  await page.getByRole('gridcell', { name: '东山街道', exact: true }).click()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+Enter')
  const drawer = page.getByRole('dialog', { name: '企业明细' })
  await expect(drawer.getByRole('heading', { name: target })).toBeVisible()
  await expect(drawer.getByText('正式党员 6 名，符合单独组建条件')).toBeVisible()
  await expect(drawer.getByText('已单独组建党组织')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
  await expect(page.getByRole('textbox', { name: new RegExp(`企业名称：${target}`) })).toBeFocused()
})

test('goes from one enterprise to another under the same joint organisation', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await openLedger(page)
  await page.getByRole('button', { name: /^覆盖状态：/ }).click()
  await page.getByRole('checkbox', { name: '联合' }).check()
  await page.keyboard.press('Escape')
  await page.locator('.name-link').first().click()
  const drawer = page.getByRole('dialog', { name: '企业明细' })
  const other = drawer.getByRole('listitem').getByRole('button').first()
  const name = (await other.textContent())?.trim() ?? ''
  await other.click()
  await expect(drawer.getByRole('heading', { name })).toBeVisible()
})

test('remembers columns, their order and their sort over a reload', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await openLedger(page)
  await expect(header(page, '企业类型')).toBeHidden()
  await page.getByRole('button', { name: '列设置' }).click()
  await expectAccessible(page)
  await page.getByRole('checkbox', { name: '企业类型', exact: true }).check()
  await page.getByRole('checkbox', { name: '所属行业', exact: true }).uncheck()
  await page.getByRole('button', { name: '上移“经营状态”' }).click()
  await page.getByRole('button', { name: '完成' }).click()
  await expect(page.getByRole('dialog', { name: '列设置' })).toBeHidden()
  // The save of the columns moved before may still be on its way.
  const saved = page.waitForResponse(
    (response) => response.url().endsWith('/call/view.save') && (response.request().postData() ?? '').includes('asc'),
  )
  await header(page, '统一社会信用代码').click()
  await saved
  await expect(header(page, '统一社会信用代码')).toHaveAttribute('aria-sort', 'ascending')

  await page.reload()
  await expect(header(page, '所属行业')).toBeHidden()
  await expect(header(page, '统一社会信用代码')).toHaveAttribute('aria-sort', 'ascending')

  await page.getByRole('button', { name: '列设置' }).click()
  await expect(page.getByRole('checkbox', { name: '企业类型', exact: true })).toBeChecked()
  await page.getByRole('button', { name: '恢复默认' }).click()
  await expect(page.getByRole('checkbox', { name: '企业类型', exact: true })).not.toBeChecked()
  await page.getByRole('button', { name: '完成' }).click()
  await expect(header(page, '所属行业')).toBeVisible()
})

test('knows the shortcuts', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await expect(page.getByRole('link', { name: /组织覆盖率/ })).toBeVisible()
  await page.keyboard.press('Alt+2')
  await expect(page.getByRole('heading', { name: '企业台账', level: 1 })).toBeVisible()
  await page.keyboard.press('Control+f')
  await expect(searchBox(page)).toBeFocused()
  await page.keyboard.press('Control+4')
  await expect(page.getByRole('heading', { name: '统计', level: 1 })).toBeVisible()
  await page.keyboard.press('F1')
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeHidden()
  await page.getByRole('button', { name: '关于' }).click()
  await expect(page.getByText('数据文件夹')).toBeVisible()
  await expectAccessible(page)
})
