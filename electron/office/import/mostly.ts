import { isBlankSign } from './wordTable'

/** Cells that tell nothing of what a column holds. */
const saysNothing = /^(?:无|没有|同上|同前|〃|"|”)$/

/** Whether more than half of the cells that say something pass. */
export function mostly(values: readonly string[], test: (value: string) => boolean): boolean {
  const filled = values.filter((value) => !isBlankSign(value) && !saysNothing.test(value.trim()))
  return filled.length > 0 && filled.filter(test).length * 2 > filled.length
}
