import type { OfficePorts } from '../../ports'

/** Milliseconds between two looks at a layout under way. */
const look = 300

/**
 * Has the host make a PDF of a document. `tell` is called while it is under way; it throws once a person asked to stop,
 * and then the layout is stopped. Rejects as PdfJob does.
 */
export async function layOut({ printer }: Pick<OfficePorts, 'printer'>, html: string, tell: () => void): Promise<Uint8Array> {
  tell()
  const job = printer.pdf(html)
  const timer = setInterval(() => {
    try {
      tell()
    } catch {
      job.stop()
    }
  }, look)
  try {
    return await job.done
  } finally {
    clearInterval(timer)
  }
}
