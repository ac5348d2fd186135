import { writeFileSync } from 'node:fs'
import { serveReader } from '../host/serveReader'

/** A reader that notes its peak memory, in MB, in the file named, before it answers. */
const file = process.argv[2] ?? ''

process.once('disconnect', () => process.exit())

serveReader({
  post(answer) {
    writeFileSync(file, String(process.resourceUsage().maxRSS / 1024))
    process.send?.(answer)
  },
  listen: (listener) => void process.on('message', listener),
})
