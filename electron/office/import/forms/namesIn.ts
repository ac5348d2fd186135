import { trimmed } from '../../text/plainText'

const dividers = /[、,，;；]/

/**
 * The names of a cell that holds several: one a line, else divided by 、 or the like. A line that is a known name as a
 * whole is not divided, for names may hold such a sign.
 */
export function namesIn(text: string, isKnown: (name: string) => boolean): string[] {
  const lines = text.split('\n').map((line) => trimmed(line)).filter((line) => line !== '')
  const names = lines.flatMap((line) => {
    if (!dividers.test(line) || isKnown(line)) return [line]
    return line.split(/[、,，;；]+/).map((name) => trimmed(name)).filter((name) => name !== '')
  })
  return [...new Set(names)]
}
