import { expect, it } from 'vitest'
import { addContextMenu } from './contextMenu'
import { createFakeElectron } from './testing/fakeElectron'

it('offers editing in fields, copying on marked text and nothing elsewhere', async () => {
  const { fake, electron } = createFakeElectron({})
  await fake.app.becomeReady()
  addContextMenu(new electron.BrowserWindow().webContents, electron.Menu)
  const rightClick = (isEditable: boolean, selectionText: string): (string | undefined)[] | undefined => {
    fake.window()?.webContents.emit('context-menu', {}, { isEditable, selectionText })
    return fake.menu.popups.splice(0)[0]?.map(({ role }) => role)
  }
  expect(rightClick(true, '')).toContain('paste')
  expect(rightClick(false, '东山街道')).toEqual(['copy'])
  expect(rightClick(false, ' ')).toBeUndefined()
})
