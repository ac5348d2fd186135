import { posix } from 'node:path'
import { xmlText } from '../xmlText'
import type { ZipContent } from '../writeZip'
import { CannotAnnotate } from './cannotAnnotate'
import { attribute } from './xmlEdit'

export interface Relationship {
  id: string
  /** Last word of its type: worksheet, comments, vmlDrawing. */
  type: string
  /** Name of the part. */
  target: string
}

/** The parts of an .xlsx, changed in place and written out again in their order. */
export interface PackageParts {
  has(name: string): boolean
  /** Throws CannotAnnotate where there is no such part. */
  read(name: string): Buffer
  write(name: string, text: string): void
  /** Adds a part; its name is `stem` with a number, a dot and `extension`. */
  add(stem: string, extension: string, text: string): string
  relationships(of: string): Relationship[]
  /** Relates a part to another one; answers the relationship's id. */
  relate(from: string, type: string, to: string): string
  /** Says what is in a part. */
  declare(name: string, contentType: string): void
  /** Says what is in every part of an extension. */
  declareExtension(extension: string, contentType: string): void
  contents(): ZipContent[]
}

const typesName = '[Content_Types].xml'
const typeBase = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageBase = 'http://schemas.openxmlformats.org/package/2006'

export function packageParts(contents: readonly ZipContent[]): PackageParts {
  const parts = new Map(contents.map(({ name, bytes }) => [name, bytes]))

  function read(name: string): Buffer {
    const bytes = parts.get(name)
    if (!bytes) throw new CannotAnnotate(`no ${name}`)
    return bytes
  }

  function write(name: string, text: string): void {
    parts.set(name, Buffer.from(text))
  }

  /** Adds to a list that is one element of the package's own. */
  function append(name: string, parent: string, item: string): void {
    const xml = read(name).toString('utf8')
    const at = xml.lastIndexOf(`</${parent}>`)
    if (at < 0) throw new CannotAnnotate(`no list in ${name}`)
    write(name, xml.slice(0, at) + item + xml.slice(at))
  }

  function relationsName(of: string): string {
    return `${posix.dirname(of)}/_rels/${posix.basename(of)}.rels`
  }

  function relationships(of: string): Relationship[] {
    const xml = parts.get(relationsName(of))?.toString('utf8') ?? ''
    return [...xml.matchAll(/<Relationship\s[^>]*>/g)].flatMap(([tag]) => {
      const target = attribute(tag, 'Target')
      if (target === null || attribute(tag, 'TargetMode') === 'External') return []
      const type = (attribute(tag, 'Type') ?? '').split('/').at(-1) ?? ''
      const path = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(of), target)
      return [{ id: attribute(tag, 'Id') ?? '', type, target: path }]
    })
  }

  return {
    has: (name) => parts.has(name),
    read,
    write,
    add(stem, extension, text) {
      for (let number = 1; ; number++) {
        const name = `${stem}${number}.${extension}`
        if (parts.has(name)) continue
        write(name, text)
        return name
      }
    },
    relationships,
    relate(from, type, to) {
      const name = relationsName(from)
      if (!parts.has(name)) write(name, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${packageBase}/relationships"></Relationships>`)
      const xml = read(name).toString('utf8')
      const taken = new Set([...xml.matchAll(/\sId\s*=\s*["']([^"']*)["']/g)].map(([, id]) => id))
      let number = 1
      while (taken.has(`rId${number}`)) number++
      append(name, 'Relationships', `<Relationship Id="rId${number}" Type="${typeBase}/${type}" Target="${xmlText(posix.relative(posix.dirname(from), to))}"/>`)
      return `rId${number}`
    },
    declare(name, contentType) {
      append(typesName, 'Types', `<Override PartName="/${xmlText(name)}" ContentType="${contentType}"/>`)
    },
    declareExtension(extension, contentType) {
      const xml = read(typesName).toString('utf8')
      const known = [...xml.matchAll(/<Default\s[^>]*>/g)].some(([tag]) => attribute(tag, 'Extension')?.toLowerCase() === extension)
      if (known) return
      const at = xml.search(/<Types[^>]*>/)
      const first = xml.indexOf('>', at) + 1
      if (at < 0) throw new CannotAnnotate('no content types')
      write(typesName, `${xml.slice(0, first)}<Default Extension="${extension}" ContentType="${contentType}"/>${xml.slice(first)}`)
    },
    contents: () => [...parts].map(([name, bytes]) => ({ name, bytes })),
  }
}
