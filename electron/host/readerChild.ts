import { serveReader } from './serveReader'

/** A reader as a child of plain Node. It ends with its parent: the channel between them closes. */
process.once('disconnect', () => process.exit())

serveReader({
  post: (answer) => void process.send?.(answer),
  listen: (listener) => void process.on('message', listener),
})
