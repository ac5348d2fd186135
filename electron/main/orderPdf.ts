import type { ParentPort } from 'electron'
import type { LayOut, PdfNews, PdfOrder } from '../host/message'
import { pdfRefusal } from '../host/pdfRefusal'

/** The office's end of its PDFs under Electron: only the main process has windows to lay a document out in (makePdfs). */
export function orderPdf(port: Pick<ParentPort, 'postMessage' | 'on'>): LayOut {
  const waiting = new Map<number, (news: PdfNews) => void>()
  let last = 0
  port.on('message', ({ data: news }: { data: PdfNews | { type: string } }) => {
    if (!('pdf' in news)) return
    waiting.get(news.pdf)?.(news)
    waiting.delete(news.pdf)
  })

  return (html) => {
    const pdf = ++last
    const order = (message: PdfOrder): void => port.postMessage(message)
    const done = new Promise<Uint8Array>((resolve, reject) => {
      waiting.set(pdf, (news) => {
        if ('made' in news) resolve(news.made)
        else reject(pdfRefusal(news.failure))
      })
    })
    order({ type: 'pdf', pdf, wanted: 'made', html })
    return { done, stop: () => order({ type: 'pdf', pdf, wanted: 'stopped' }) }
  }
}
