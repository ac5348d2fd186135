/** The name of a copy on another disk; it bears the beginning of its checksum, by which a changed byte is noticed. */
export function outsideName(name: string, sha256: string): string {
  return `双覆盖台账备份_${name.replace(/\.sqlite$/, '')}_${sha256.slice(0, digits)}.sqlite`
}

/** Whether the bytes are those the name was given for; true where the name does not say, as after renaming. */
export function isNamedAs(fileName: string, sha256: string): boolean {
  const said = /_([0-9a-f]{16})(?:\s*\(\d+\))?\.sqlite$/.exec(fileName)?.[1]
  return said === undefined || sha256.startsWith(said)
}

const digits = 16
