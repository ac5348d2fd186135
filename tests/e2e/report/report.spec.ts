import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'
import { expect, test } from '../app'
import { expectAccessible } from '../screens/clerk'

test('成套报表: chosen once, checked, made as a zip and as a folder', async ({ openApp, door }) => {
  test.skip(door === 'electron', 'downloads of a desktop window go through its own save dialog')
  test.setTimeout(150_000)
  const { page } = await openApp({ data: 'sample' })
  // The browser's own dialog cannot be driven: a real folder of the browser's takes the place of the chosen one.
  await page.evaluate(() => Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() }))
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '标准表' }).click()
  await page.getByRole('navigation', { name: '标准表的用法' }).getByRole('link', { name: '成套报表' }).click()

  await test.step('a locked period is checked in words', async () => {
    await page.getByLabel('数据', { exact: true }).selectOption({ label: '2026年第3季度' })
    await expect(page.getByRole('row', { name: /勾稽关系 正常/ })).toBeVisible()
    await expect(page.getByRole('row', { name: /与上期衔接 正常/ })).toContainText('2026年第2季度')
    await expect(page.getByText('共 14 个文件：Excel 7 个、PDF 7 个')).toBeVisible()
    await expectAccessible(page)
    await page.setViewportSize({ width: 1920, height: 1080 })
    await expectAccessible(page)
  })

  await test.step('another set is kept', async () => {
    for (const table of [/^S2 /, /^S12 /, /^S13 /, /^S15 /]) await page.getByRole('checkbox', { name: table }).uncheck()
    await expect(page.getByRole('button', { name: '生成压缩包' })).toBeDisabled()
    await page.getByRole('button', { name: '保存选择' }).click()
    await expect(page.getByText('共 6 个文件：Excel 3 个、PDF 3 个')).toBeVisible()
  })

  await test.step('it comes as a zip', async () => {
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: '生成压缩包' }).click()
    const download = await waiting
    expect(download.suggestedFilename()).toMatch(/_2026年第3季度\.zip$/)
    const parts = await unpack(await readFile(await download.path()))
    expect([...parts.keys()].map((name) => name.split('.').at(-1))).toEqual(['xlsx', 'pdf', 'xlsx', 'pdf', 'xlsx', 'pdf'])
    const file = test.info().outputPath('S1.pdf')
    await writeFile(file, [...parts].find(([name]) => /^S1_.+_全区_2026年第3季度\.pdf$/.test(name))?.[1] ?? '')
    const told = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }).replace(/\s/g, '')
    expect(told).toContain('“两个覆盖”情况统计表')
    expect(told).toMatch(/第1页共\d+页/)
  })

  await test.step('one format is enough', async () => {
    await page.getByLabel('格式', { exact: true }).selectOption('Excel')
    await page.getByRole('button', { name: '保存选择' }).click()
    await expect(page.getByText('共 3 个 Excel 文件')).toBeVisible()
  })

  await test.step('or as files in a folder named by office and period', async () => {
    await page.getByRole('button', { name: '生成到文件夹…' }).click()
    await expect(page.getByText(/已写入 3 个文件/)).toBeVisible()
    const names = await page.evaluate(async () => {
      const found: string[] = []
      for await (const [folder, handle] of (await navigator.storage.getDirectory()).entries()) {
        if (!(handle instanceof FileSystemDirectoryHandle)) continue
        for await (const [name, file] of handle.entries()) {
          if (file instanceof FileSystemFileHandle && (await file.getFile()).size > 3000) found.push(`${folder}/${name}`)
        }
      }
      return found.sort()
    })
    expect(names).toHaveLength(3)
    expect(names[1]).toMatch(/_2026年第3季度\/S1_.+_全区_2026年第3季度\.xlsx$/)
  })

  await test.step('the log knows', async () => {
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '操作日志' }).click()
    await expect(page.getByText(/导出“成套报表/).first()).toBeVisible()
  })
})

/** The files of a zip by their names. */
async function unpack(zipped: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(zipped, { lazyEntries: true, autoClose: false })
  const parts = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) parts.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  return parts
}
