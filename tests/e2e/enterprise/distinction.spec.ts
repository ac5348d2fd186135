import { expect, test } from '../app'
import { goTo } from '../goTo'
import { askOffice, saveRecords, setUpOffice } from '../liaison/prepare'
import { expectAccessible } from '../screens/clerk'

test('says that a suspected pair is not one enterprise, by keyboard, and takes it back', async ({ openApp }) => {
  const { page } = await openApp()
  await setUpOffice(page)
  const [first = 0] = await saveRecords(page, [
    { kind: 'enterprise', id: -1, values: { name: '某区东河纺织有限公司', unitId: 1, businessAddress: '东河路1号' } },
    { kind: 'enterprise', id: -2, values: { name: '东河纺织厂', unitId: 1 } },
    { kind: 'enterprise', id: -3, values: { name: '北山食品有限公司', unitId: 1 } },
    { kind: 'enterprise', id: -4, values: { name: '北山食品厂', unitId: 1 } },
  ])
  const suspects = page.getByRole('table', { name: '疑似重复' })
  const apart = page.getByRole('table', { name: '已确认不是同一家' })
  const sayOf = (one: string, other: string) => page.getByRole('button', { name: `“${one}”和“${other}”不是同一家` })

  await goTo(page, '/ledger')
  await page.getByRole('button', { name: '合并重复' }).click()
  await expect(suspects.getByRole('row')).toHaveCount(3)
  await expect(apart).toBeHidden()
  await sayOf('某区东河纺织有限公司', '东河纺织厂').focus()
  await page.keyboard.press('Enter')
  await expect(suspects.getByRole('row')).toHaveCount(2)
  await expect(apart.getByRole('row')).toHaveCount(2)
  await expect(sayOf('北山食品有限公司', '北山食品厂')).toBeFocused()
  await expectAccessible(page)

  await page.keyboard.press('Control+z')
  await expect(suspects.getByRole('row')).toHaveCount(3)
  await expect(apart).toBeHidden()
  await page.keyboard.press('Control+y')
  await expect(apart.getByRole('row')).toHaveCount(2)

  // A changed code makes it a question again; what was said stays in the list until it is said anew.
  await saveRecords(page, [{ kind: 'enterprise', id: first, values: { creditCode: '91350100M000100Y43' } }])
  await expect(suspects.getByRole('row')).toHaveCount(3)
  await expect(apart.getByText('名称或代码已变，重新列为疑似')).toBeVisible()

  // After a comparison.
  await page.getByRole('button', { name: '比较“某区东河纺织有限公司”和“东河纺织厂”' }).click()
  await expect(page.getByRole('button', { name: '合并', exact: true })).toBeVisible()
  await page.getByRole('button', { name: '不是同一家', exact: true }).click()
  await expect(apart.getByRole('row')).toHaveCount(2)
  await expect(suspects.getByRole('row')).toHaveCount(2)
  await expect(apart.getByText('名称或代码已变，重新列为疑似')).toBeHidden()

  await page.getByRole('button', { name: '重新列入：“某区东河纺织有限公司”和“东河纺织厂”' }).focus()
  await page.keyboard.press('Enter')
  await expect(suspects.getByRole('row')).toHaveCount(3)
  await expect(apart).toBeHidden()
  expect((await askOffice(page, 'enterprise.apart', {})).total).toBe(0)
})
