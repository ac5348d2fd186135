import { EventEmitter } from 'node:events'
import { pathToFileURL } from 'node:url'

/** Runs a packaged officeProcess.js or readerProcess.js in plain Node, with this process's channel in place of Electron's parentPort. */
class ParentPort extends EventEmitter {
  /** @param {unknown} message */
  postMessage(message) {
    process.send?.(message)
  }
}

const port = new ParentPort()
process.on('message', (message) => port.emit('message', { data: message, ports: [] }))
Object.defineProperty(process, 'parentPort', { value: port })
await import(pathToFileURL(process.argv[2] ?? '').href)
