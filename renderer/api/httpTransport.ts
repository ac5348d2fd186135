import { attachBytes, detachBytes } from '../../shared/contract/bytes'
import type { Area, OfficeEvent } from '../../shared/contract/events'
import type { Reply } from '../../shared/contract/reply'
import { recordKinds } from '../../shared/record/recordKind'
import { ConnectionLost } from './connectionLost'
import type { Transport } from './transport'

const everyArea: readonly Area[] = ['office', 'import', 'setting', 'period', 'backup', ...recordKinds]

/**
 * The browser door: POST /call/<name>, JSON when the message holds no bytes, else multipart with the JSON text in
 * part `json` and the bytes in parts `bytes0`, `bytes1` …; replies likewise. Events come from GET /events.
 */
export function httpTransport(): Transport {
  const eventListeners = new Set<(event: OfficeEvent) => void>()
  const connectionListeners = new Set<(connected: boolean) => void>()
  let connected = true

  function report(now: boolean): void {
    if (now === connected) return
    connected = now
    for (const listener of connectionListeners) listener(now)
    // Whatever was announced meanwhile went unheard.
    if (now) announce({ type: 'office.changed', areas: [...everyArea], revision: 0 })
  }

  function announce(event: OfficeEvent): void {
    for (const listener of eventListeners) listener(event)
  }

  const source = new EventSource('/events')
  source.onopen = () => report(true)
  source.onerror = () => report(false)
  source.onmessage = (message: MessageEvent<string>) => {
    announce(JSON.parse(message.data) as OfficeEvent)
  }

  return {
    async call(name, input) {
      let response: Response
      try {
        response = await fetch(`/call/${name}`, { method: 'POST', ...encode(input) })
      } catch {
        report(false)
        throw new ConnectionLost()
      }
      // A door that no longer knows this page (restarted with another token) is as good as gone.
      if (response.status === 401 || response.status === 403) {
        report(false)
        throw new ConnectionLost()
      }
      return await decode(response)
    },
    onEvent(listener) {
      eventListeners.add(listener)
      return () => eventListeners.delete(listener)
    },
    onConnection(listener) {
      connectionListeners.add(listener)
      return () => connectionListeners.delete(listener)
    },
  }
}

export function encode(input: unknown): { headers?: Record<string, string>; body: string | FormData } {
  const { value, parts } = detachBytes(input)
  const json = JSON.stringify(value)
  if (parts.length === 0) return { headers: { 'content-type': 'application/json' }, body: json }
  const form = new FormData()
  form.set('json', json)
  parts.forEach((part, index) => form.set(`bytes${index}`, new Blob([new Uint8Array(part)])))
  return { body: form }
}

export async function decode(response: Response): Promise<Reply<unknown>> {
  const type = response.headers.get('content-type') ?? ''
  if (type.startsWith('application/json')) return (await response.json()) as Reply<unknown>
  if (!type.startsWith('multipart/form-data')) {
    return { ok: false, failure: { code: 'unexpected', details: { status: response.status } } }
  }
  const form = await response.formData()
  const parts: Uint8Array[] = []
  for (let index = 0; ; index++) {
    const part = form.get(`bytes${index}`)
    if (!(part instanceof Blob)) break
    parts.push(new Uint8Array(await part.arrayBuffer()))
  }
  return attachBytes(JSON.parse(String(form.get('json'))), parts) as Reply<unknown>
}
