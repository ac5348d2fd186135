/** Excel reads _x0041_ inside text as the character with that number: such a sign is written so that it stays text. */
export function meantText(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}
