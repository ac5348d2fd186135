import { execFileSync } from 'node:child_process'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../app'
import { goTo } from '../goTo'
import { expectAccessible } from '../screens/clerk'

function pagesIn(preview: Locator): Locator {
  return preview.getByRole('region', { name: '打印预览', exact: true }).getByRole('region', { name: /^第 \d+ 页，共 \d+ 页$/ })
}

async function openForm(page: Page, title: string): Promise<Locator> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '标准表' }).click()
  await page.getByRole('region', { name: '标准表' }).getByRole('button', { name: title, exact: true }).click()
  return page.getByRole('region', { name: '内容预览' })
}

test('looks at a form page by page, turns the paper and saves a PDF that can be read again', async ({ openApp, door }) => {
  test.skip(door === 'electron', 'downloads of a desktop window go through its own save dialog')
  const { page } = await openApp({ data: 'sample' })
  const form = await openForm(page, '党建工作指导员(联络员)走访记录台账')
  await form.getByRole('button', { name: '打印' }).click()
  const preview = page.getByRole('dialog', { name: /^打印预览：示范区党建工作指导员/ })
  const count = preview.getByRole('toolbar').getByRole('status')
  await expect(count).toHaveText(/^共 \d+ 页$/, { timeout: 60_000 })
  const pages = Number(/\d+/.exec(await count.innerText())?.[0])
  await expect(pagesIn(preview)).toHaveCount(pages)
  await expect(pagesIn(preview).first().locator('canvas')).toBeVisible()
  await expect(pagesIn(preview).first()).toContainText('填报单位(盖章):示范区')
  // Far pages are not drawn until somebody comes near.
  await expect(pagesIn(preview).last().locator('canvas')).toHaveCount(0)
  await pagesIn(preview).last().scrollIntoViewIfNeeded()
  await expect(pagesIn(preview).last()).toContainText('填表人:')
  await expectAccessible(page)

  const [download] = await Promise.all([page.waitForEvent('download'), preview.getByRole('button', { name: '存为PDF' }).click()])
  expect(download.suggestedFilename()).toMatch(/^示范区党建工作指导员\(联络员\)走访记录台账\(.*\)\.pdf$/)
  const text = execFileSync('pdftotext', ['-layout', await download.path(), '-'], { encoding: 'utf8' }).split('\f').slice(0, -1)
  expect(text).toHaveLength(pages)
  for (const [index, one] of text.entries()) {
    expect(one).toContain('企业名称')
    expect(one.replace(/\s/g, '')).toContain(`第${index + 1}页共${pages}页`)
  }

  await preview.getByRole('button', { name: '放大' }).click()
  // As wide as A4 on its side, and twice as high.
  await preview.getByLabel('纸张').selectOption('A3P')
  await expect(count).toHaveText(`共 ${Math.ceil(pages / 2)} 页`, { timeout: 60_000 })
  await page.keyboard.press('Escape')
  await expect(preview).toBeHidden()

  await goTo(page, '/log')
  await expect(page.getByText(new RegExp(`^打印“示范区党建工作指导员.*共 ${pages} 页”$`))).toBeVisible()
})

test('prints what a ledger shows, by Ctrl+P', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '企业台账' }).click()
  await expect(page.getByText(/^共 240 家/)).toBeVisible()
  await page.keyboard.press('Control+p')
  const preview = page.getByRole('dialog', { name: /^打印预览：企业台账/ })
  await expect(preview.getByRole('toolbar').getByRole('status')).toHaveText(/^共 \d+ 页$/, { timeout: 60_000 })
  await expect(pagesIn(preview).first()).toContainText('企业名称')
  // The frame that is printed asks the browser for its dialog.
  await page.evaluate(() => {
    const add = document.body.append.bind(document.body)
    document.body.append = (...nodes: (Node | string)[]) => {
      add(...nodes)
      for (const node of nodes) {
        if (!(node instanceof HTMLIFrameElement)) continue
        node.addEventListener('load', () => {
          if (node.contentWindow) node.contentWindow.print = () => document.documentElement.setAttribute('data-printed', node.contentDocument?.title ?? '')
        })
      }
    }
  })
  await page.keyboard.press('Control+p')
  await expect(page.locator('html')).toHaveAttribute('data-printed', /^企业台账/, { timeout: 30_000 })
})

test('shows the document itself where nothing can make a PDF, and says so', async ({ openApp, door }) => {
  test.skip(door === 'electron', 'a desktop window always makes its own PDF')
  const known = process.env.CHROMIUM
  process.env.CHROMIUM = '/nowhere/chromium'
  try {
    const { page } = await openApp({ data: 'sample' })
    const form = await openForm(page, '非公有制企业党建“六有”达标情况台账')
    await form.getByRole('button', { name: '打印' }).click()
    const preview = page.getByRole('dialog', { name: /^打印预览/ })
    await expect(preview.getByText('没有能生成 PDF 的浏览器')).toBeVisible()
    await expect(preview.frameLocator('iframe').getByText('填报单位(盖章):示范区')).toBeVisible()
    await expect(preview.getByRole('button', { name: '存为PDF' })).toHaveCount(0)
    await expect(preview.getByRole('button', { name: '打印' })).toBeEnabled()
  } finally {
    if (known === undefined) delete process.env.CHROMIUM
    else process.env.CHROMIUM = known
  }
})
