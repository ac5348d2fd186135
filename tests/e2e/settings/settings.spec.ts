import type { Page } from '@playwright/test'
import { expect, test } from '../app'
import { expectAccessible, openPage } from '../screens/clerk'

type Part = 'office' | 'units' | 'rules' | 'labels' | 'words' | 'lists' | 'reminders'
const titles: Record<Part, string> = {
  office: '本办与地区',
  units: '填报单位',
  rules: '口径与阈值',
  labels: '三建三送与六有名称',
  words: '状态与分类用词',
  lists: '名单与等次',
  reminders: '提醒与期限',
}

async function openSettings(page: Page, part: Part): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '设置', exact: true }).click()
  await expect(page.getByRole('heading', { name: '设置', level: 1 })).toBeVisible()
  await partLink(page, part).click()
  await expect(partLink(page, part)).toHaveAttribute('aria-current', 'page')
}

function partLink(page: Page, part: Part) {
  return page.getByRole('navigation', { name: '设置的各部分' }).getByRole('link', { name: titles[part] })
}

function box(page: Page, name: string) {
  return page.getByRole('textbox', { name, exact: true })
}

const previewDialog = (page: Page) => page.getByRole('dialog', { name: '这样改，数字会变成' })

async function saveLookedAt(page: Page): Promise<void> {
  await page.getByRole('button', { name: '查看影响并保存' }).click()
  await previewDialog(page).getByRole('button', { name: '按此保存' }).click()
  await expect(previewDialog(page)).toBeHidden()
}

for (const size of [{ width: 1366, height: 768 }, { width: 1920, height: 1080 }]) {
  test(`every part is accessible at ${size.width} × ${size.height}`, async ({ openApp }) => {
    const { page } = await openApp({ data: 'sample' })
    await page.setViewportSize(size)
    for (const part of Object.keys(titles) as Part[]) {
      await openSettings(page, part)
      await expect(page.getByRole('button', { name: '放弃修改' })).toBeVisible()
      await expectAccessible(page)
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      expect(overflow, part).toBe(0)
    }
  })
}

test('shows what a rule would do, then does exactly that everywhere', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await openSettings(page, 'rules')
  await page.getByRole('checkbox', { name: '筹建' }).check()
  await box(page, '应建党组织的正式党员数').fill('2')
  await expect(partLink(page, 'rules')).toContainText('2 项已改')
  await page.getByRole('button', { name: '查看影响并保存' }).click()
  const dialog = previewDialog(page)
  await expect(dialog.getByRole('row', { name: '实体运营(分母) 203 214 +11' })).toBeVisible()
  await expect(dialog.getByRole('row', { name: '组织覆盖率 45.81% 45.33% −0.48 个百分点' })).toBeVisible()
  await expect(dialog.getByRole('row', { name: '组织覆盖 93 97 +4' })).toBeVisible()
  await expect(dialog.getByRole('row', { name: /^东山街道 16 → 19/ })).toBeVisible()
  await expect(dialog.getByText(/^37 家企业的判定会变：覆盖状态变化 0 家，进出分母 11 家/)).toBeVisible()
  await expectAccessible(page)

  await test.step('nothing is saved before 按此保存', async () => {
    await dialog.getByRole('button', { name: '返回修改' }).click()
    await openPage(page, '首页')
    await expect(page.getByRole('link', { name: /组织覆盖率/ })).toContainText('93 / 203 家')
  })

  await test.step('what was typed is still there, and is saved', async () => {
    await openSettings(page, 'rules')
    await expect(box(page, '应建党组织的正式党员数')).toHaveValue('2')
    await saveLookedAt(page)
    await expect(page.getByText('没有未保存的修改')).toBeVisible()
  })

  await test.step('首页, 统计 and 台账 follow', async () => {
    await openPage(page, '首页')
    await expect(page.getByRole('link', { name: /组织覆盖率/ })).toContainText('97 / 214 家')
    await openPage(page, '统计')
    await expect(page.getByRole('columnheader', { name: '其中:正式党员2名以上' })).toBeVisible()
    await expect(page.getByText('经营状态=正常经营、筹建；应建：正式党员 2 名以上')).toBeVisible()
    await page.getByRole('row', { name: /^合计 \d/ }).getByRole('link', { name: '214', exact: true }).click()
    await expect(page.getByText('筛选出 214 家 / 台账共 240 家')).toBeVisible()
  })

  await test.step('恢复默认 brings the national figures back', async () => {
    await openSettings(page, 'rules')
    await page.getByRole('button', { name: '恢复默认：计入实体运营的经营状态' }).click()
    await page.getByRole('button', { name: '恢复默认：应建党组织的正式党员数' }).click()
    await saveLookedAt(page)
    await expect(page.getByRole('button', { name: '恢复默认' })).toHaveCount(0)
    await openPage(page, '首页')
    await expect(page.getByRole('link', { name: /组织覆盖率/ })).toContainText('93 / 203 家')
  })
})

test('refuses a value beside its field and keeps what was typed, over a reload too', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await openSettings(page, 'reminders')
  await box(page, '换届首次提醒').fill('2')
  await expect(page.getByText('再次提醒应晚于首次提醒，月数要更少')).toBeVisible()
  await box(page, '多久没有核实要提醒').fill('半年')
  await expect(page.getByText('请填整数')).toBeVisible()
  await expect(box(page, '多久没有核实要提醒')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByText('有 2 项填写有误，请改正后再保存')).toBeVisible()
  await expect(page.getByRole('button', { name: '查看影响并保存' })).toBeDisabled()
  await expectAccessible(page)

  await page.reload()
  await expect(box(page, '多久没有核实要提醒')).toHaveValue('半年')
  await openSettings(page, 'lists')
  await expect(partLink(page, 'reminders')).toContainText('2 项有误')
  await openSettings(page, 'reminders')
  await box(page, '多久没有核实要提醒').fill('365')
  await box(page, '换届再次提醒').fill('1')
  await saveLookedAt(page)
  await page.reload()
  await expect(box(page, '换届首次提醒')).toHaveValue('2')
  await expect(box(page, '多久没有核实要提醒')).toHaveValue('365')
})

test('is worked by keyboard alone, and an input method keeps its Enter', async ({ openApp, door }) => {
  test.skip(door === 'electron', 'the input method is played through the protocol of a browser page')
  const { page } = await openApp({ data: 'sample' })
  await openSettings(page, 'office')
  await box(page, '地区名称').focus()
  await page.keyboard.press('Control+a')
  const keyboard = await page.context().newCDPSession(page)
  for (const text of ['x', 'xin', 'xin qu']) {
    await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Process' })
    await keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  }
  await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Enter' })
  await keyboard.send('Input.insertText', { text: '新区' })
  await expect(box(page, '地区名称')).toHaveValue('新区')
  await expect(page.getByText('已修改 1 项，尚未保存')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('已保存 1 项设置')).toBeVisible()
  await expect(page.getByRole('banner')).toContainText('新区')

  await openSettings(page, 'rules')
  await box(page, '应建党组织的正式党员数').focus()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('checkbox', { name: '妇联组织计为工作覆盖' })).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(previewDialog(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(previewDialog(page)).toBeHidden()
})

test('tells when another window changed the same setting, and lets the person choose', async ({ openApp, door }) => {
  test.skip(door === 'electron', 'a desktop has one window')
  const { page } = await openApp({ data: 'sample' })
  await openSettings(page, 'reminders')
  await box(page, '算“有活动”的每季活动次数').fill('2')

  const other = await page.context().newPage()
  await other.goto(page.url())
  await openSettings(other, 'reminders')
  // The draft of this profile came along; the other person starts from what is saved.
  await other.getByRole('button', { name: '放弃修改' }).click()
  await other.getByRole('button', { name: '放弃', exact: true }).click()
  await box(other, '算“有活动”的每季活动次数').fill('4')
  await other.getByRole('button', { name: '保存', exact: true }).click()
  await expect(other.getByText('已保存 1 项设置')).toBeVisible()

  await expect(page.getByText('别处刚把这一项改成了“4 次以上”。')).toBeVisible()
  await expect(box(page, '算“有活动”的每季活动次数')).toHaveValue('2')
  await expect(page.getByRole('button', { name: '保存', exact: true })).toBeDisabled()
  await expectAccessible(page)
  await page.getByRole('button', { name: '仍用我填的' }).click()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByText('已保存 1 项设置')).toBeVisible()
  await expect(box(other, '算“有活动”的每季活动次数')).toHaveValue('2')
})

test('calls deliveries and goals as the district does', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await openSettings(page, 'labels')
  await box(page, '党旗').fill('党旗党徽')
  await box(page, '有经费').fill('有保障')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByText('已保存 2 项设置')).toBeVisible()
  await openPage(page, '企业台账')
  await expect(page.getByText('共 240 家')).toBeVisible()
  await page.getByRole('button', { name: '列设置' }).click()
  const columns = page.getByRole('dialog', { name: '列设置' })
  await expect(columns.getByRole('checkbox', { name: /^党旗党徽/ })).toBeVisible()
  await expect(columns.getByRole('checkbox', { name: /^有保障/ })).toBeVisible()
})

test('keeps lists and grades', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  await openSettings(page, 'lists')
  await box(page, '活动载体').fill('双争双强\n双争双强')
  await expect(page.getByText('“双争双强”重复了')).toBeVisible()
  await box(page, '活动载体').fill('双争双强\n红色车间\n')
  await page.getByRole('button', { name: '加一个等次' }).click()
  await expect(box(page, '第 4 个等次的名称')).toBeFocused()
  await page.keyboard.type('合格')
  await box(page, '“合格”的起始分').fill('95')
  await expect(page.getByText('“合格”的起始分应低于“一般”')).toBeVisible()
  await box(page, '“合格”的起始分').fill('50')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByText('已保存 2 项设置')).toBeVisible()
  await page.reload()
  await expect(box(page, '活动载体')).toHaveValue('双争双强\n红色车间')
  await expect(box(page, '第 4 个等次的名称')).toHaveValue('合格')
})
