import { join } from 'node:path'
import { cache } from './paths.mjs'

/**
 * Lets every Node started from here on keep what it compiled, and take it from there the next time: the tests start
 * hundreds of processes and threads with the same modules. Node tells by the content whether it still holds.
 */
export function keepCompiled() {
  process.env.NODE_COMPILE_CACHE ??= join(cache, 'compiled')
}
