import type { CellLook } from '../excel/workbookSpec'

/** Collects how cells look as classes of a style sheet, one for each look: a ledger has a million cells and ten looks. */
export interface LookStyles {
  /** The class of a look at this scale. */
  classOf(look: CellLook, scale: number): string
  css(): string
}

const usualSize = 11

export function createLookStyles(): LookStyles {
  const names = new Map<string, string>()
  return {
    classOf(look, scale) {
      const rule = ruleOf(look, scale)
      const name = names.get(rule) ?? `c${names.size}`
      names.set(rule, name)
      return name
    },
    css: () => [...names].map(([rule, name]) => `.${name} { ${rule} }`).join('\n'),
  }
}

function ruleOf({ fontSize = usualSize, bold, align, top, border, fill, color }: CellLook, scale: number): string {
  return [
    `font-size: ${points(fontSize * scale)}`,
    ...(bold === true ? ['font-weight: bold'] : []),
    ...(align === undefined || align === 'left' ? [] : [`text-align: ${align}`]),
    ...(top === true ? ['vertical-align: top'] : []),
    ...(border === true ? ['border: 0.5pt solid #000'] : []),
    ...(fill === undefined ? [] : [`background: #${fill}`]),
    ...(color === undefined ? [] : [`color: #${color}`]),
  ].join('; ')
}

/** Hundredths are finer than any printer. */
export function points(size: number): string {
  return `${Number(size.toFixed(2))}pt`
}
