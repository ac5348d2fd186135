import type { Input } from '../../../shared/contract/index'
import { readInputFile } from '../readInputFile'
import { Refused } from '../typedCalls'
import type { Command } from './command'

/** The file is the setup itself or an object that carries it under `setup`. */
export const setup: Command = async (call, args) => {
  const { name, bytes } = await readInputFile(args.from, args.words[0] ?? '')
  const value = await call('office.setup', parse(name, bytes) as Input<'office.setup'>)
  return { value, text: `已登记：新增单位 ${value.added} 个，更新 ${value.changed} 个。`, problems: false }
}

function parse(name: string, bytes: Uint8Array): unknown {
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return json !== null && typeof json === 'object' && 'setup' in json ? json.setup : json
  } catch {
    throw new Refused({ code: 'unreadable-file', details: { file: name, reason: 'not-json' } })
  }
}
