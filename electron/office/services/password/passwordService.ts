import { readdirSync } from 'node:fs'
import { area } from '../../../../shared/contract/events'
import type { LedgerProof, Rekeyed } from '../../../../shared/contract/password'
import { copyBeside } from '../../db/backup/copyBeside'
import { ledgerToOpen, swapLedger } from '../../db/backup/swapLedger'
import { deriveKey } from '../../db/encryption/deriveKey'
import type { LedgerKey } from '../../db/encryption/ledgerKey'
import { newSalt, saltOf } from '../../db/encryption/ledgerSalt'
import { proveKey } from '../../db/encryption/proveKey'
import { recoveryCodeOf } from '../../db/encryption/recoveryCode'
import type { FolderServices } from '../../dispatch'
import { OfficeError } from '../../officeError'
import type { FolderContext } from '../folderContext'
import { logCopy } from '../logCopy'

type PasswordServices = Pick<FolderServices, Extract<keyof FolderServices, `password.${string}`>>

/** The 口令 of the ledger: who knows it gets in, sets another, or none. */
export function createPasswordService(context: FolderContext): PasswordServices {
  const { attempts, backups, files, isShut, keys, ports, present, screen } = context

  const note = (label: string, operator?: string): Promise<void> =>
    logCopy(context, { action: '口令', label, ...(operator === undefined ? {} : { operator }) })

  const prove = (proof: LedgerProof): Promise<LedgerKey> =>
    attempts.attempt(() => proveKey(ledgerToOpen(files), proof, files.backups))

  function requirePassword(wanted: boolean): void {
    if ((saltOf(files.ledger) !== null) === wanted) return
    throw new OfficeError('conflict', { reason: wanted ? 'no-password' : 'has-password' })
  }

  async function rekey(key: LedgerKey | null, label: string, operator: string): Promise<Rekeyed> {
    await present.replace(async () => {
      await copyBeside('rekeyCopy', { file: files.ledger, target: files.incoming, to: key }, keys)
      // Before the ledger needs it: from here on it may be the one that is opened.
      if (key) keys.add(key)
      swapLedger(files, keys, ports.clock.now())
    })
    const { copies, left } = await backups.rekey(key)
    await note(label, operator)
    ports.emit({ type: 'office.reopened' })
    return { copies, left: [...left, ...keptLedgers()] }
  }

  const keptLedgers = (): string[] => readdirSync(files.folder).filter((name) => /^ledger-(damaged|kept)-.*\.sqlite$/.test(name))

  const newKey = async (password: string): Promise<LedgerKey> => {
    const salt = newSalt()
    return { salt, key: await deriveKey(password, salt) }
  }

  return {
    'password.state': async () => ({ isSet: saltOf(ledgerToOpen(files)) !== null, isShut: isShut(), seconds: attempts.seconds() }),

    async 'password.unlock'({ proof }) {
      if (!isShut()) throw new OfficeError('conflict', { reason: 'not-shut' })
      const wrong = attempts.wrong()
      const key = await prove(proof)
      keys.add(key)
      if (present.failure()) await present.replace(async () => undefined)
      screen.unlock()
      await note(wrong === 0 ? '打开台账' : `打开台账，此前口令错误 ${wrong} 次`)
      ports.emit({ type: 'office.unlocked' })
      ports.emit({ type: 'office.changed', areas: [...area.options], revision: 0 })
      // What a program that was ended in the middle of `password.set` left open to everybody.
      void backups.rekey(key).catch((error: unknown) => ports.log({ level: 'error', message: `copies keep their password: ${String(error)}` }))
      return {}
    },

    async 'password.lock'() {
      requirePassword(true)
      await note('锁定屏幕')
      screen.lock()
      ports.emit({ type: 'office.locked' })
      return {}
    },

    async 'password.set'({ password, operator }) {
      requirePassword(false)
      return rekey(await newKey(password), '设置口令', operator)
    },

    async 'password.change'({ present: proof, password, operator }) {
      requirePassword(true)
      await prove(proof)
      return rekey(await newKey(password), '更改口令', operator)
    },

    async 'password.remove'({ present: proof, operator }) {
      requirePassword(true)
      await prove(proof)
      return rekey(null, '取消口令', operator)
    },

    async 'password.recoveryCode'({ present: proof, operator }) {
      requirePassword(true)
      const { key } = await prove(proof)
      await note('打印口令恢复单', operator)
      return { code: recoveryCodeOf(key) }
    },
  }
}
