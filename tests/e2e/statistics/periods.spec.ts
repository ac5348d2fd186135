import type { Page } from '@playwright/test'
import { nextPeriod } from '../../../shared/domain/period'
import { expect, test } from '../app'
import { goTo } from '../goTo'
import { saveRecords, setUpOffice, today } from '../liaison/prepare'
import { expectAccessible } from '../screens/clerk'
import { exportedCells } from '../screens/exportedCells'

async function fill(page: Page): Promise<number[]> {
  return saveRecords(page, [
    { kind: 'enterprise', id: -1, values: { name: '甲机械有限公司', unitId: 1, formalMembers: 5 } },
    { kind: 'enterprise', id: -2, values: { name: '乙机械有限公司', unitId: 1, formalMembers: 1 } },
    { kind: 'enterprise', id: -3, values: { name: '丙商贸有限公司', unitId: 1 } },
  ])
}

test('a period is locked, corrected with a reason, and both editions stay', async ({ openApp }) => {
  const { page } = await openApp()
  await setUpOffice(page)
  const [, second = 0] = await fill(page)
  const next = nextPeriod('月', [], await today(page))
  await goTo(page, '/statistics/periods')
  await expect(page.getByText('还没有锁定过报告期')).toBeVisible()
  await expectAccessible(page)

  await test.step('the next of a kind is proposed, and what would be frozen is said first', async () => {
    await page.getByRole('button', { name: '锁定报告期' }).click()
    const dialog = page.getByRole('dialog', { name: '锁定报告期' })
    await dialog.getByLabel('种类').selectOption('月')
    await expect(dialog.getByLabel('名称')).toHaveValue(next.label)
    await expect(dialog.getByText('各张统计表都对得上。')).toBeVisible()
    await expect(dialog.getByText(/存入企业 3 家/)).toBeVisible()
    await expectAccessible(page)
    await dialog.getByLabel('名称').fill('')
    await dialog.getByRole('button', { name: '锁定', exact: true }).click()
    await expect(dialog.getByText('请填写名称，例如 2026年第4季度。')).toBeVisible()
    await dialog.getByLabel('名称').fill(next.label)
    await dialog.getByLabel('经办人').fill('王五')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('row', { name: new RegExp(`${next.label} 月报 ${next.cutOff} .* 王五 3 第1版`) })).toBeVisible()
  })

  await test.step('the same name is refused beside the field', async () => {
    await page.getByRole('button', { name: '锁定报告期' }).click()
    const dialog = page.getByRole('dialog', { name: '锁定报告期' })
    await dialog.getByLabel('名称').fill(next.label)
    await expect(dialog.getByText(/^这个名称已经锁定过/)).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await saveRecords(page, [
    { kind: 'enterprise', id: second, values: { operatingStatus: '停产停业', statusReason: '停产' } },
    { kind: 'enterprise', id: -1, values: { name: '丁食品有限公司', unitId: 1, hasUnion: true } },
  ])

  await test.step('a correction shows what changes and who is behind it, and asks why', async () => {
    await page.getByRole('button', { name: `更正“${next.label}”` }).click()
    const dialog = page.getByRole('dialog', { name: /^更正/ })
    await dialog.getByRole('button', { name: '合计 在册企业数 +1，打开进出名单' }).click()
    await expect(dialog.getByRole('row', { name: '丁食品有限公司 甲街道 台账没有 工作覆盖(群团)' })).toBeVisible()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: '存为新的一版' }).click()
    await expect(dialog.getByText('请写明更正原因。')).toBeVisible()
    await dialog.getByLabel('更正原因').fill('漏报一家，停产一家')
    await dialog.getByRole('button', { name: '存为新的一版' }).click()
    await expect(page.getByRole('row', { name: /4 第2版，更正原因：漏报一家，停产一家/ })).toBeVisible()
    await expect(page.getByRole('row', { name: /3 第1版，已更正：漏报一家，停产一家/ })).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('the first edition still reads as it was', async () => {
    await page.getByRole('link', { name: `打开“${next.label}(第1版)”的统计表` }).click()
    await expect(page.getByText(/第1版，已更正：漏报一家，停产一家/)).toBeVisible()
    await expect(page.getByRole('row', { name: /^合计 3 3 / })).toBeVisible()
    await page.getByLabel('数据', { exact: true }).selectOption({ label: `${next.label}(第2版)` })
    await expect(page.getByRole('row', { name: /^合计 4 3 / })).toBeVisible()
  })
})

test('any two are compared: figures, changes, who came and who went', async ({ openApp, door }) => {
  test.skip(door === 'electron', 'downloads of a desktop window go through its own save dialog')
  const { page } = await openApp()
  await setUpOffice(page)
  await goTo(page, '/statistics/compare')
  await expect(page.getByText('没有可以比较的上期')).toBeVisible()
  const [first = 0, second = 0] = await fill(page)
  const { label, cutOff } = nextPeriod('季', [], await today(page))
  await page.getByRole('button', { name: '去锁定报告期' }).click()
  await page.getByRole('button', { name: '锁定报告期' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '锁定', exact: true }).click()
  await expect(page.getByRole('row', { name: new RegExp(`${label} 季报 ${cutOff}`) })).toBeVisible()
  await saveRecords(page, [
    { kind: 'enterprise', id: second, values: { operatingStatus: '停产停业', statusReason: '停产' } },
    { kind: 'enterprise', id: first, values: { hasUnion: true } },
  ])

  await page.getByRole('link', { name: '两期比较' }).click()
  await expect(page.getByLabel('上期')).toHaveValue(/\d/)
  await expect(page.getByRole('row', { name: /^合计 3 3 0 3 2 -1 0 0 0 1 1 0$/ })).toBeVisible()
  await expectAccessible(page)

  await test.step('a change opens who came and who went; Back closes it', async () => {
    await page.getByTitle('合计 实体运营企业数增减 -1，打开进出名单').click()
    const list = page.getByRole('dialog', { name: '合计 实体运营企业数增减' })
    await expect(list.getByRole('heading', { name: '出 1 家' })).toBeVisible()
    await expect(list.getByRole('row', { name: '乙机械有限公司 甲街道 未覆盖 不在基数(停产停业)' })).toBeVisible()
    await expectAccessible(page)
    await page.goBack()
    await expect(list).toBeHidden()
  })

  await test.step('rates in 百分点, as many come as go', async () => {
    await page.getByRole('button', { name: '两个覆盖比较表' }).click()
    await expect(page.getByRole('row', { name: /^合计 .* 0\.00% 50\.00% \+50\.00$/ })).toBeVisible()
    await page.getByTitle('合计 两个覆盖率百分点 +50.00，打开进出名单').click()
    await expect(page.getByRole('row', { name: '甲机械有限公司 甲街道 未覆盖 工作覆盖(群团)' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  })

  await test.step('a figure opens its enterprises, and all sheets are exported', async () => {
    await page.getByRole('button', { name: '企业数比较表' }).click()
    await page.getByTitle('合计 在册企业数本期 3，打开名单').click()
    await expect(page.getByText('两期比较 · 合计 在册企业数本期')).toBeVisible()
    await page.goBack()
    const { name, cells } = await exportedCells(page, () => page.getByRole('button', { name: '导出 Excel' }).click())
    expect(name).toMatch(/^两期比较_.*\.xlsx$/)
    expect(cells.flat()).toContain('甲街道')
  })
})

test('rates are followed over the periods, drawn and as a table', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await goTo(page, '/statistics/history')
  const chart = page.getByRole('region', { name: '全区各项比率变化' })
  await expect(chart.getByRole('img', { name: /数字见“表”/ }).locator('svg, canvas').first()).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('规上组建率').check()
  await page.getByLabel('组织覆盖率', { exact: true }).uncheck()
  await chart.getByRole('button', { name: '表', exact: true }).click()
  await expect(chart.getByRole('row', { name: /^2026年第2季度 \d+\.\d\d% \d+\.\d\d%$/ })).toBeVisible()
  await expect(chart.getByRole('row', { name: /^现在 / })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('单位范围').selectOption({ label: '滨河街道' })
  const own = page.getByRole('region', { name: '滨河街道各项比率变化' })
  await own.getByRole('row', { name: /^2026年第3季度/ }).getByRole('link').first().click()
  await expect(page.getByText('统计表 S12 · 2026年第3季度 两个覆盖率')).toBeVisible()
  await page.goBack()
  await page.getByLabel('报告期').selectOption('月')
  await expect(page.getByText('还没有锁定过月报，图中只有现在的数字。')).toBeVisible()
})
