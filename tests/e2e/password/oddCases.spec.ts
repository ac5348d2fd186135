import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../app'
import { goTo } from '../goTo'
import { askOffice, setUpOffice } from '../liaison/prepare'
import { expectAccessible } from '../screens/clerk'
import { finish, password, setPassword, unlock } from './passwordWalks'

test('what is typed into a dialog is there after the lock, with the keys still in it', async ({ openApp }) => {
  const { page } = await openApp()
  await setUpOffice(page)
  await askOffice(page, 'backup.make', {})
  await setPassword(page)
  await finish(page, '口令已设好')
  await goTo(page, '/backups')
  await page.getByRole('button', { name: /^恢复 / }).click()
  const operator = page.getByRole('dialog', { name: '恢复备份' }).getByLabel('经办人')
  await operator.fill('王经')
  await page.keyboard.press('Control+Alt+l')
  const cover = page.getByRole('dialog', { name: '台账已锁定' })
  await expect(cover).toBeVisible()
  await expect(page.getByRole('dialog', { name: '恢复备份' })).toHaveCount(0)
  await page.mouse.click(20, 400)
  await page.keyboard.type('x')
  await unlock(page)
  await expect(cover).toHaveCount(0)
  await expect(operator).toHaveValue('王经')
  await expect(operator).toBeFocused()
  await page.keyboard.type('办')
  await expect(operator).toHaveValue('王经办')
})

test('a damaged ledger with a 口令 opens to its copy', async ({ openApp }) => {
  const first = await openApp()
  const folder = first.dataFolder ?? ''
  await setUpOffice(first.page)
  await setPassword(first.page)
  await finish(first.page, '口令已设好')
  await askOffice(first.page, 'backup.make', {})
  await first.close()
  const file = join(folder, 'ledger.sqlite')
  await writeFile(file, (await readFile(file)).fill(0xa5, 1000))

  const { page } = await openApp({ folder })
  await expect(page.getByRole('dialog', { name: '台账设了口令' })).toBeVisible()
  await unlock(page)
  await expect(page.getByRole('heading', { name: '台账打不开' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: /^恢复 / }).first().click()
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: '恢复这份备份' }).click()])
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
})

test('a copy in the folder that is under another 口令 says so, and asks for it before it is restored', async ({ openApp }) => {
  const other = await openApp()
  await setUpOffice(other.page)
  await setPassword(other.page)
  await finish(other.page, '口令已设好')
  await askOffice(other.page, 'backup.make', {})
  await other.close()

  const mine = await openApp()
  await setUpOffice(mine.page)
  await mine.close()
  const folder = mine.dataFolder ?? ''
  await mkdir(join(folder, 'backups'), { recursive: true })
  await cp(join(other.dataFolder ?? '', 'backups'), join(folder, 'backups'), { recursive: true })

  const { page } = await openApp({ folder })
  await page.getByRole('banner').getByRole('link', { name: /^备份：/ }).click()
  await expect(page.getByText('用另一个口令').first()).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('row', { name: /用另一个口令/ }).first().getByRole('button', { name: /^恢复/ }).click()
  const restore = page.getByRole('dialog', { name: '恢复备份' })
  await expect(restore).toContainText('台账要用做这份备份时的口令打开')
  await restore.getByRole('button', { name: '恢复这份备份' }).click()
  const ask = page.getByRole('dialog', { name: '这份备份设了口令' })
  await expect(ask.getByLabel('口令', { exact: true })).toBeFocused()
  await expectAccessible(page)
  // Given up: nothing happened, and it can be asked for again.
  await page.keyboard.press('Escape')
  await expect(ask).toHaveCount(0)
  await restore.getByRole('button', { name: '恢复这份备份' }).click()
  await ask.getByLabel('口令', { exact: true }).fill('not this one')
  await page.keyboard.press('Enter')
  await expect(ask.getByRole('alert')).toContainText('口令不对')
  await ask.getByLabel('口令', { exact: true }).fill(password)
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  await expect(page.getByRole('banner').getByRole('button', { name: '锁定' })).toBeVisible()
})
