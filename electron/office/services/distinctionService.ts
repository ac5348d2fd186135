import { quoted } from '../../../shared/domain/quoted'
import type { Services } from '../dispatch'
import type { EntityManager } from '../db/gate'
import { suspectRepository } from '../db/repositories/suspectRepository'
import { OfficeError } from '../officeError'
import { identityText, toldApart } from '../records/toldApart'
import type { PlannedEdit } from './plannedEdit'
import { saveEdit } from './saveEdit'
import type { ServiceContext } from './serviceContext'

/** Suspected pairs of which somebody said that they are two enterprises. */
export function createDistinctionService(context: ServiceContext): Pick<Services, 'enterprise.tellApart' | 'enterprise.apart'> {
  const today = (): string => context.ports.clock.today()
  return {
    'enterprise.tellApart': ({ oneId, otherId, operator }) =>
      saveEdit(context, (manager) => planDistinction(manager, { ids: [oneId, otherId], today: today(), operator })),

    'enterprise.apart': ({ enterpriseId, limit }) =>
      context.gate.read(async (manager) => {
        const all = await suspectRepository.distinctions(manager, enterpriseId)
        const shown = all.slice(0, limit)
        const ids = shown.flatMap(({ oneId, otherId }) => [oneId, otherId])
        const faces = new Map((await suspectRepository.faces(manager, ids)).map((face) => [face.id, face]))
        const holds = toldApart(shown, await suspectRepository.identities(manager, ids))
        const rows = shown.flatMap(({ id, oneId, otherId, decidedOn, decidedBy }) => {
          const [one, other] = [faces.get(oneId), faces.get(otherId)]
          return one && other ? [{ id, one, other, decidedOn, decidedBy, overtaken: !holds(oneId, otherId) }] : []
        })
        return { total: all.length, rows }
      }),
  }
}

/** Nothing is written where the same was said of the same names and codes already. */
async function planDistinction(
  manager: EntityManager,
  { ids, today, operator }: { ids: readonly [number, number]; today: string; operator: string },
): Promise<PlannedEdit> {
  const [oneId, otherId] = [Math.min(...ids), Math.max(...ids)]
  if (oneId === otherId) throw new OfficeError('invalid', { field: 'otherId', reason: 'same' })
  const identities = await suspectRepository.identities(manager, ids)
  const [one, other] = [oneId, otherId].map((id) => identities.find((identity) => identity.id === id))
  if (!one || !other) throw new OfficeError('not-found', { kind: 'enterprise', id: one ? otherId : oneId })
  const known = (await suspectRepository.distinctions(manager, oneId)).find((said) => said.otherId === otherId)
  const values = { oneId, otherId, oneAs: identityText(one), otherAs: identityText(other), decidedOn: today, decidedBy: operator || null }
  const isSaid = known !== undefined && known.oneAs === values.oneAs && known.otherAs === values.otherAs
  return {
    changes: isSaid ? [] : [{ kind: 'distinction', id: known?.id ?? -1, values }],
    stamp: { operator, label: `确认${quoted(one.name)}和${quoted(other.name)}不是同一家`.slice(0, 200) },
  }
}
