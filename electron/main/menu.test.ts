import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { menuTemplate } from './menu'

const chinese = /\p{Script=Han}/u

function menuWith(facts: { isPackaged: boolean; zoom?: number }) {
  const actions = { openDataFolder: vi.fn(), showAbout: vi.fn(), setZoom: vi.fn() }
  const template = menuTemplate(actions, { zoom: 1, ...facts })
  const items = flatten(template)
  const press = (label: string): void => {
    const item = items.find((candidate) => candidate.label === label)
    const click = item?.click as (() => void) | undefined
    if (!click) throw new Error(`nothing happens on ${label}`)
    click()
  }
  return { actions, template, items, press }
}

function flatten(items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])])
}

describe('menuTemplate', () => {
  it('has the four menus clerks look for', () => {
    const { template } = menuWith({ isPackaged: true })
    expect(template.map(({ label }) => label)).toEqual(['文件', '编辑', '视图', '帮助'])
  })

  it('says everything in Chinese', () => {
    const { items } = menuWith({ isPackaged: false })
    const labels = items.filter(({ type }) => type !== 'separator').map(({ label }) => label ?? '')
    expect(labels.length).toBeGreaterThan(15)
    for (const label of labels) expect(label).toMatch(chinese)
  })

  it('edits by roles, so that the shortcuts work in every field', () => {
    const roles = menuWith({ isPackaged: true }).items.map(({ role }) => role)
    expect(roles).toEqual(expect.arrayContaining(['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll']))
  })

  it('has developer tools in the workshop only', () => {
    const rolesOf = (isPackaged: boolean) => menuWith({ isPackaged }).items.map(({ role }) => role)
    expect(rolesOf(false)).toContain('toggleDevTools')
    expect(rolesOf(true)).not.toContain('toggleDevTools')
  })

  it('offers three sizes of type and marks the present one', () => {
    const { items, press, actions } = menuWith({ isPackaged: true, zoom: 1.25 })
    const sizes = items.filter(({ type }) => type === 'radio')
    expect(sizes.map(({ label, checked }) => [label, checked])).toEqual([
      ['字号 100%', false],
      ['字号 125%', true],
      ['字号 150%', false],
    ])
    press('字号 150%')
    expect(actions.setZoom).toHaveBeenCalledWith(1.5)
  })

  it('opens the data folder and tells about itself', () => {
    const { press, actions } = menuWith({ isPackaged: true })
    press('打开数据文件夹')
    press('关于双覆盖台账')
    expect(actions.openDataFolder).toHaveBeenCalledOnce()
    expect(actions.showAbout).toHaveBeenCalledOnce()
  })
})
