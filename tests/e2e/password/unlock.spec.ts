import type { Page } from '@playwright/test'
import { expect, test } from '../app'
import { goTo } from '../goTo'
import { askOffice, saveRecords, setUpOffice } from '../liaison/prepare'
import { expectAccessible } from '../screens/clerk'
import { finish, password, setPassword, unlock } from './passwordWalks'

const cover = (page: Page, name: string) => page.getByRole('dialog', { name })

for (const size of [{ width: 1366, height: 768 }, { width: 1920, height: 1080 }]) {
  test(`a ledger with a 口令 opens to nobody else at ${size.width} × ${size.height}`, async ({ openApp }) => {
    const first = await openApp()
    await setUpOffice(first.page)
    await first.page.setViewportSize(size)
    await setPassword(first.page)
    await expectAccessible(first.page)
    await finish(first.page, '口令已设好')
    // The one who set it is in.
    await expect(cover(first.page, '台账设了口令')).toHaveCount(0)
    await first.close()

    const { page } = await openApp({ folder: first.dataFolder ?? '' })
    await page.setViewportSize(size)
    await expect(cover(page, '台账设了口令')).toBeVisible()
    await expect(page.getByText(first.dataFolder ?? '')).toBeVisible()
    await expect(page).toHaveTitle('双覆盖台账')
    await expect(page.getByLabel('口令', { exact: true })).toBeFocused()
    await expectAccessible(page)

    // By keyboard alone, wrong until there is a pause.
    await page.keyboard.type('not this one')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toContainText('口令不对')
    await page.keyboard.type('nor this one')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toContainText('第 2 次输错')
    await page.keyboard.type('still not it')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: /^请等 \d+ 秒$/ })).toBeDisabled()
    await expectAccessible(page)
    await expect(page.getByRole('button', { name: '打开台账' })).toBeEnabled({ timeout: 10_000 })
    await page.keyboard.press('Escape')
    await expect(cover(page, '台账设了口令')).toBeVisible()
    await unlock(page)
    await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
    await expect(page).toHaveTitle(/某区委两新工委/)
  })
}

test('a locked screen hides all there is, and gives it back as it was', async ({ openApp }) => {
  const { page } = await openApp()
  await setUpOffice(page)
  const [id = 0] = await saveRecords(page, [{ kind: 'enterprise', id: -1, values: { name: '甲公司', unitId: 1 } }])
  await setPassword(page)
  await finish(page, '口令已设好')
  await goTo(page, `/enterprise/${id}`)
  await page.getByRole('button', { name: '修改', exact: true }).first().click()
  const contact = page.getByLabel('联系人', { exact: true })
  await contact.fill('还没保存的张三')

  await page.keyboard.press('Control+Alt+l')
  await expect(cover(page, '台账已锁定')).toBeVisible()
  await expect(page.getByText('甲公司').first()).toBeHidden()
  await expect(page).toHaveTitle('双覆盖台账')
  await expectAccessible(page)
  // Neither the keys of the program nor the way of Tab lead behind it.
  for (const key of ['F1', 'Control+z', 'Control+s', 'Control+2', 'Escape', 'Escape']) await page.keyboard.press(key)
  for (let step = 0; step < 12; step++) {
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest('dialog.unlock') !== null)).toBe(true)
  }
  await expect(askOffice(page, 'record.page', { kind: 'enterprise', limit: 1 })).rejects.toThrow('password-needed')

  await unlock(page)
  await expect(cover(page, '台账已锁定')).toHaveCount(0)
  await expect(contact).toHaveValue('还没保存的张三')
  await expect(contact).toBeFocused()
  await page.getByRole('button', { name: /^保存/ }).first().click()
  await expect(page.getByText('已保存')).toBeVisible()
  const { rows } = await askOffice(page, 'edit.page', { actions: ['口令'] })
  expect(rows.map(({ label }) => label)).toEqual(['打开台账', '锁定屏幕', '设置口令'])
})

test('a save that meets the lock waits for it to be opened', async ({ openApp, door }) => {
  test.skip(door === 'electron', 'the lock of another window is a call of the browser door')
  const { page } = await openApp()
  await setUpOffice(page)
  const [id = 0] = await saveRecords(page, [{ kind: 'enterprise', id: -1, values: { name: '甲公司', unitId: 1 } }])
  await setPassword(page)
  await finish(page, '口令已设好')
  await goTo(page, `/enterprise/${id}`)
  await page.getByRole('button', { name: '修改', exact: true }).first().click()
  await page.getByLabel('联系人', { exact: true }).fill('李四')
  // Locked in the moment of saving: this page has not heard of it yet.
  await page.evaluate(() => {
    const lock = fetch('/call/password.lock', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
    void lock.then(() => [...document.querySelectorAll('button')].find((button) => button.textContent?.trim().startsWith('保存'))?.click())
  })
  await expect(cover(page, '台账已锁定')).toBeVisible()
  await unlock(page)
  await expect(page.getByText('已保存')).toBeVisible()
  await expect(page.getByText('李四').first()).toBeVisible()
})

test('every tab is locked and opened together, after a while without input too', async ({ openApp, door }) => {
  test.skip(door === 'electron', 'a desktop window has no tabs')
  const { page } = await openApp()
  await setUpOffice(page)
  await setPassword(page)
  await finish(page, '口令已设好')
  const other = await page.context().newPage()
  await other.goto(page.url())
  await expect(other.getByRole('navigation', { name: '主导航' })).toBeVisible()

  await page.getByRole('banner').getByRole('button', { name: '锁定' }).click()
  await expect(cover(page, '台账已锁定')).toBeVisible()
  await expect(cover(other, '台账已锁定')).toBeVisible()
  await unlock(other)
  await expect(cover(page, '台账已锁定')).toHaveCount(0)
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
  await other.close()

  const settings = await askOffice(page, 'setting.get', {})
  expect(settings.privacy.lockMinutes).toBe(15)
  await page.evaluate(() => localStorage.setItem('lastInput', String(Date.now() - 15 * 60_000)))
  await expect(cover(page, '台账已锁定')).toBeVisible({ timeout: 10_000 })
  // Moving the mouse opens nothing.
  await page.mouse.move(300, 300)
  await expect(cover(page, '台账已锁定')).toBeVisible()
  await unlock(page, password)
  await expect(cover(page, '台账已锁定')).toHaveCount(0)
})
