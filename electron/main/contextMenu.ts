import type { Menu, WebContents } from 'electron'
import { desktopText } from './desktopText'
import { editItems } from './menu'

/** The right mouse button in fields and on marked text. Electron has no such menu of its own; pages may keep theirs. */
export function addContextMenu(
  contents: Pick<WebContents, 'on'>,
  menu: Pick<typeof Menu, 'buildFromTemplate'>,
): void {
  const copyOnly = [{ label: desktopText.menu.copy, role: 'copy' as const }]
  contents.on('context-menu', (_event, { isEditable, selectionText }) => {
    if (!isEditable && selectionText.trim() === '') return
    menu.buildFromTemplate(isEditable ? editItems() : copyOnly).popup()
  })
}
