const turned: Readonly<Record<string, string>> = { '“': '‘', '”': '’', '‘': '“', '’': '”' }

/** Words in quotation marks; those within the words take turns with them (GB/T 15834): “新建党组织‘某支部’”. */
export function quoted(words: string): string {
  return `“${words.replace(/[“”‘’]/g, (mark) => turned[mark] ?? mark)}”`
}
