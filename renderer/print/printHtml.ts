/** Longest a browser is given to lay a document out before its dialog, and to be done with it after. */
const [patience, remembrance] = [120_000, 600_000]

/**
 * Hands a document to the printing of the browser or the window: its own pages, in a frame that runs no script. Settles
 * once the dialog was there.
 */
export async function printHtml(html: string, title: string): Promise<void> {
  const frame = document.createElement('iframe')
  // Modals are the dialog itself; the same origin lets this page ask for it.
  frame.setAttribute('sandbox', 'allow-modals allow-same-origin')
  frame.setAttribute('aria-hidden', 'true')
  frame.tabIndex = -1
  frame.title = title
  frame.style.cssText = 'position:fixed;left:-10000px;width:420mm;height:297mm;border:0'
  const loaded = new Promise<void>((resolve, reject) => {
    frame.addEventListener('load', () => resolve(), { once: true })
    setTimeout(() => reject(new Error('the document to be printed was not laid out')), patience)
  })
  frame.srcdoc = html
  document.body.append(frame)
  try {
    await loaded
    await frame.contentDocument?.fonts.ready
    frame.contentWindow?.addEventListener('afterprint', () => setTimeout(() => frame.remove(), 1000), { once: true })
    frame.contentWindow?.print()
  } catch (error) {
    frame.remove()
    throw error
  }
  // A browser that says nothing after printing must not keep the document for ever.
  setTimeout(() => frame.remove(), remembrance)
}
