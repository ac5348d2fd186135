import type { ParentPort } from 'electron'
import { serveReader } from '../host/serveReader'

/** A reader beside the office under Electron. */
const port: ParentPort = process.parentPort

serveReader({
  post: (answer) => port.postMessage(answer),
  listen: (listener) => void port.on('message', ({ data }) => listener(data)),
})
