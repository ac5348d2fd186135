import { appendFileSync } from 'node:fs'
import childProcess from 'node:child_process'
import dgram from 'node:dgram'
import dns from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

/**
 * Loaded before a program (NODE_OPTIONS=--import=…, which its threads and children of plain Node take over): writes a
 * line to LEDGER_NETWORK_LOG for every connection, listening port, datagram, name that is looked up and child that is
 * started. Everything Node opens passes here: http, tls and fetch are sockets of `net`.
 */
const file = process.env.LEDGER_NETWORK_LOG ?? ''

/** @param {string} what @param {string} where */
function record(what, where) {
  if (where) appendFileSync(file, `${what} ${where}\n`)
}

/** @param {Record<string, any>} owner @param {string} name @param {(args: any[]) => string} where @param {string} [what] */
function watch(owner, name, where, what = name) {
  const original = owner[name]
  if (typeof original !== 'function') return
  owner[name] = /** @this {unknown} @param {any[]} args */ function watched(...args) {
    record(what, where(args))
    return original.apply(this, args)
  }
}

/** An address is taken as it is: nobody is asked for it. @param {any[]} args */
const name = ([host]) => (net.isIP(host) ? '' : String(host))

/** @param {any[]} args */
function place(args) {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args
  if (typeof first === 'object' && first !== null) return first.path ?? `${first.host ?? 'every address'}:${first.port}`
  return typeof first === 'string' && Number.isNaN(Number(first)) ? first : `${typeof second === 'string' ? second : 'every address'}:${first}`
}

watch(net.Socket.prototype, 'connect', place)
watch(net.Server.prototype, 'listen', place)
for (const act of ['bind', 'send', 'connect']) watch(dgram.Socket.prototype, act, () => 'a datagram socket', `udp-${act}`)
for (const act of Object.keys(dns).filter((key) => /^(lookup|resolve|reverse)/.test(key))) {
  watch(dns, act, name, 'look-up')
  watch(dns.promises, act, name, 'look-up')
  watch(dns.Resolver.prototype, act, name, 'look-up')
  watch(dns.promises.Resolver.prototype, act, name, 'look-up')
}
watch(/** @type {any} */ (childProcess).ChildProcess.prototype, 'spawn', ([options]) => options.args.join(' '), 'child')
syncBuiltinESMExports()
record('begun', process.argv[1] ?? '-e')
