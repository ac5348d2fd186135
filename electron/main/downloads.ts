import type { Dialog, DownloadItem, Session } from 'electron'
import { extname, join } from 'node:path'
import type { LogEntry } from '../host/connectOffice'
import { appOrigin } from './appProtocol'
import { desktopText } from './desktopText'

/** What the app exports, and what the save dialog calls it. Anything else, programs above all, is refused. */
const savedTypes: Record<string, string> = {
  '.xlsx': 'Excel 工作簿',
  '.csv': 'CSV 表格',
  '.pdf': 'PDF 文档',
  '.zip': '压缩包',
  '.sqlite': '台账备份',
  '.json': 'JSON 文件',
  '.txt': '文本文件',
}

export interface DownloadParts {
  dialog: Pick<Dialog, 'showMessageBox'>
  documentsFolder: string
  log(entry: LogEntry): void
}

/** The page saves by a link to bytes it made itself; the person says where. Nothing that was saved is ever opened. */
export function saveDownloads(session: Pick<Session, 'on'>, { dialog, documentsFolder, log }: DownloadParts): void {
  const { title, refusedHeading, refused, failedHeading, failed, ok } = desktopText.download

  function tell(message: string, detail: string): void {
    log({ level: 'error', message: detail })
    void dialog.showMessageBox({ type: 'warning', title: desktopText.title, message, detail, buttons: [ok] })
  }

  session.on('will-download', (event, item) => {
    const fileName = item.getFilename()
    const extension = extname(fileName).toLowerCase()
    const type = savedTypes[extension]
    if (!type || !isMadeByPage(item)) {
      event.preventDefault()
      tell(refusedHeading, refused(fileName))
      return
    }
    item.setSaveDialogOptions({
      title,
      defaultPath: join(documentsFolder, fileName),
      filters: [{ name: type, extensions: [extension.slice(1)] }],
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    })
    item.once('done', (_event, state) => {
      if (state === 'interrupted') tell(failedHeading, failed(fileName))
    })
  })
}

function isMadeByPage(item: Pick<DownloadItem, 'getURL'>): boolean {
  return item.getURL().startsWith(`blob:${appOrigin}/`)
}
