import type { Clipboard, Dialog } from 'electron'
import { desktopText } from './desktopText'

/** 关于: what support asks for first, ready to be copied. */
export async function showAbout(
  dialog: Pick<Dialog, 'showMessageBox'>,
  clipboard: Pick<Clipboard, 'writeText'>,
  facts: { version: string; dataFolder: string; runtime: NodeJS.ProcessVersions; system: string },
): Promise<void> {
  const { heading, offline, dataFolder, copy, close } = desktopText.about
  const { electron = '', chrome = '', node } = facts.runtime
  const detail = [
    offline,
    dataFolder(facts.dataFolder),
    `Electron ${electron} · Chromium ${chrome} · Node.js ${node} · ${facts.system}`,
  ].join('\n')
  const message = heading(facts.version)
  const { response } = await dialog.showMessageBox({
    type: 'info',
    title: desktopText.title,
    message,
    detail,
    buttons: [close, copy],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  if (response === 1) clipboard.writeText(`${message}\n${detail}`)
}
