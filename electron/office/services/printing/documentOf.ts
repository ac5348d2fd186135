import type { OfficePorts } from '../../ports'
import { letterDocument } from '../../print/letterDocument'
import type { PaperLayout } from '../../print/paper'
import { sheetDocument } from '../../print/sheetDocument'
import type { Printable } from './printable'

/** Something printable as HTML that holds all it needs; without `layout` on the paper it is made for. */
export async function documentOf({ printer }: Pick<OfficePorts, 'printer'>, { title, content }: Printable, layout?: PaperLayout): Promise<string> {
  const fonts = await printer.fonts()
  return content.shape === 'letters' ? letterDocument(title, content.letters, fonts) : sheetDocument({ title, spec: content.spec, layout, fonts })
}
