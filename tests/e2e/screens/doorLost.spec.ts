import { expect, test } from '../app'
import { startBrowserDoor } from '../browserDoor'
import { expectAccessible, openPage } from './clerk'

test('says so when the program behind the page has ended', async ({ sharedBrowser }) => {
  const door = await startBrowserDoor(['--demo'])
  const context = await sharedBrowser.newContext({ viewport: { width: 1366, height: 768 } })
  const page = await context.newPage()
  await page.goto(door.address)
  await openPage(page, '企业台账')
  await expect(page.getByText('共 240 家')).toBeVisible()

  expect(await door.stop()).toBe(0)
  const banner = page.getByRole('alert').filter({ hasText: '与台账程序的连接已断开' })
  await expect(banner).toBeVisible()
  await expectAccessible(page)
  await context.close()
})
