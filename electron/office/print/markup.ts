const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as the content or an attribute of HTML: what it holds is shown, never obeyed. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}

/** Text as a string of CSS, quotes included: a page title may hold anything. */
export function cssText(text: string): string {
  return `"${text.replace(/["\\<>&\p{Cc}]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 32).toString(16)} `)}"`
}
