import { expect, test } from '../app'
import { expectAccessible } from '../screens/clerk'

test('首页 says what is due, and every count opens the list it counts', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  const todo = page.getByRole('region', { name: '待办事项' })
  const overdue = todo.getByRole('region', { name: '已逾期' })
  await expect(overdue.getByRole('listitem').first()).toBeVisible()
  await expectAccessible(page)

  const elections = overdue.getByRole('listitem').filter({ hasText: '党组织届满未换届' }).getByRole('link')
  const count = Number.parseInt(await elections.innerText(), 10)
  await elections.click()
  await expect(page.getByRole('heading', { name: '换届提醒' })).toBeVisible()
  await expect(page.getByRole('table').getByText('届满未换', { exact: true })).toHaveCount(count)

  await page.goBack()
  const visits = overdue.getByRole('listitem').filter({ hasText: '联络员逾期未走访' }).getByRole('link')
  const visitCount = Number.parseInt(await visits.innerText(), 10)
  await visits.click()
  await expect(page.getByText(`共 ${visitCount} 条`)).toBeVisible()

  await page.goBack()
  const problems = overdue.getByRole('listitem').filter({ hasText: '走访发现的问题超期' }).getByRole('link')
  const problemCount = Number.parseInt(await problems.innerText(), 10)
  await problems.click()
  await expect(page.getByText(new RegExp(`(筛选出|共) ${problemCount} 条`))).toBeVisible()
})

test('首页 narrowed to a unit counts and opens only what is its own', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  const todo = page.getByRole('region', { name: '待办事项' })
  await todo.getByRole('button', { name: /^单位/ }).click()
  await page.getByRole('checkbox', { name: '南湖街道' }).check()
  await page.keyboard.press('Escape')
  const uncovered = todo.getByRole('listitem').filter({ hasText: '未覆盖' }).getByRole('link').last()
  await expect(uncovered).toHaveText('6 家')
  await uncovered.click()
  await expect(page.getByText(/筛选出 6 家/)).toBeVisible()
})

test('首页 shows how far the year is with its targets', async ({ openApp }) => {
  const { page } = await openApp({ data: 'sample' })
  const targets = page.getByRole('region', { name: /年度任务$/ })
  await expect(targets.getByRole('row', { name: /新建党组织数/ })).toContainText('落后')
  await targets.getByRole('link', { name: '打开年度任务' }).click()
  await expect(page.getByRole('heading', { name: '年度任务' })).toBeVisible()
})
