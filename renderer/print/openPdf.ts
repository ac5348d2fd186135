import { getDocument, PDFWorker, type PDFDocumentProxy } from 'pdfjs-dist'
import Worker from 'pdfjs-dist/build/pdf.worker.min.mjs?worker'

/** A PDF that is read by a worker of its own, so that long ones never hold up the window. */
export interface OpenPdf {
  document: PDFDocumentProxy
  close(): void
}

/** The bytes go to the worker and can be used here no more. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const port = new Worker()
  const worker = PDFWorker.create({ port })
  const close = (): void => {
    worker.destroy()
    port.terminate()
  }
  try {
    const loading = getDocument({ data: bytes, worker })
    return {
      document: await loading.promise,
      close: () => void loading.destroy().finally(close),
    }
  } catch (error) {
    close()
    throw error
  }
}
