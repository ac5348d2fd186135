import { dist as usual, root } from './paths.mjs'

export { root }

/** Where the parts of the app go; the build script names a fresh folder and swaps it in when all parts are there. */
export const dist = process.env.LEDGER_DIST ?? usual
