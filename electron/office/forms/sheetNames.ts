/** What Excel allows for the name of a tab. */
const longest = 31

/** Names of tabs for these texts: cut, without forbidden signs, and no two alike. */
export function sheetNames(texts: readonly string[]): string[] {
  const taken = new Set<string>()
  return texts.map((text) => {
    const plain = text.replace(/[*?:\\/[\]]/g, ' ').replace(/^'+|'+$/g, '').trim() || '表'
    let name = plain.slice(0, longest)
    for (let number = 2; taken.has(name.toLowerCase()); number++) {
      const tail = `(${number})`
      name = plain.slice(0, longest - tail.length) + tail
    }
    taken.add(name.toLowerCase())
    return name
  })
}
