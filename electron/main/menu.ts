import type { MenuItemConstructorOptions } from 'electron'
import { desktopText } from './desktopText'
import { zoomFactors } from './windowState'

export interface MenuActions {
  openDataFolder(): void
  showAbout(): void
  setZoom(factor: number): void
}

/** The menu bar. Developer tools are for the workshop: a packaged build has none. */
export function menuTemplate(
  actions: MenuActions,
  { isPackaged, zoom }: { isPackaged: boolean; zoom: number },
): MenuItemConstructorOptions[] {
  const text = desktopText.menu
  return [
    {
      label: text.file,
      submenu: [
        { label: text.openDataFolder, click: () => actions.openDataFolder() },
        { type: 'separator' },
        { label: text.quit, role: 'quit' },
      ],
    },
    { label: text.edit, submenu: editItems() },
    {
      label: text.view,
      submenu: [
        { label: text.reload, role: 'reload' },
        { type: 'separator' },
        ...zoomFactors.map((factor): MenuItemConstructorOptions => ({
          label: text.zoom(factor),
          type: 'radio',
          checked: factor === zoom,
          ...(factor === 1 ? { accelerator: 'CmdOrCtrl+0' } : {}),
          click: () => actions.setZoom(factor),
        })),
        { type: 'separator' },
        { label: text.fullScreen, role: 'togglefullscreen' },
        ...(isPackaged ? [] : [developerTools]),
      ],
    },
    { label: text.help, submenu: [{ label: text.about, click: () => actions.showAbout() }] },
  ]
}

const developerTools: MenuItemConstructorOptions = {
  label: desktopText.menu.developerTools,
  role: 'toggleDevTools',
}

/** 撤销 … 全选: in the menu bar, and under the right mouse button in a field. */
export function editItems(): MenuItemConstructorOptions[] {
  const text = desktopText.menu
  return [
    { label: text.undo, role: 'undo' },
    { label: text.redo, role: 'redo' },
    { type: 'separator' },
    { label: text.cut, role: 'cut' },
    { label: text.copy, role: 'copy' },
    { label: text.paste, role: 'paste' },
    { type: 'separator' },
    { label: text.selectAll, role: 'selectAll' },
  ]
}
