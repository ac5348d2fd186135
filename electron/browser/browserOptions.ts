import { resolve } from 'node:path'
import { doorText } from './doorText'

export interface BrowserOptions {
  /** Absolute; undefined for the default folder or, with `demo`, a throw-away one. */
  data: string | undefined
  demo: boolean
  /** 0 lets the system choose. */
  port: number
  open: boolean
  /** Folder of the built renderer; undefined for the one beside the program. */
  renderer: string | undefined
}

/** Options of the command line as values, or the sentence that says what is wrong with them. */
export function browserOptions(
  args: readonly string[],
  currentFolder: string,
): { ok: true; options: BrowserOptions } | { ok: false; sentence: string } {
  const options: BrowserOptions = { data: undefined, demo: false, port: 0, open: true, renderer: undefined }
  const refuse = (sentence: string) => ({ ok: false as const, sentence })

  const rest = args.flatMap((arg) => /^(--\w+)=(.*)$/s.exec(arg)?.slice(1) ?? [arg])
  while (rest.length > 0) {
    const option = rest.shift() ?? ''
    switch (option) {
      case '--demo':
        options.demo = true
        continue
      case '--no-open':
        options.open = false
        continue
      case '--data':
      case '--renderer':
      case '--port': {
        const value = rest.shift()
        if (!value || value.startsWith('--')) return refuse(doorText.missingValue(option))
        if (option === '--data') options.data = resolve(currentFolder, value)
        if (option === '--renderer') options.renderer = resolve(currentFolder, value)
        if (option === '--port') {
          if (!/^\d{1,5}$/.test(value) || Number(value) > 65535) return refuse(doorText.badPort(value))
          options.port = Number(value)
        }
        continue
      }
      default:
        return refuse(`${doorText.unknownOption(option)}\n${doorText.usage}`)
    }
  }
  return options.demo && options.data ? refuse(doorText.demoWithData) : { ok: true, options }
}
