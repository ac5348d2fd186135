const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;' }

/** Text as it stands in XML, in an element or in an attribute between double quotes. */
export function xmlText(text: string): string {
  // XML has no control characters but these, not even as references.
  return text.replace(/[^\P{Cc}\t\n\r]/gu, '').replace(/[&<>"\n]/g, (sign) => entities[sign] ?? sign)
}
