import type { MergePreview } from '../../../shared/contract/enterprise'
import type { OfficeSettings } from '../../../shared/domain/officeSettings'
import { definitionOf, recordKinds } from '../../../shared/record/recordKind'
import type { Services } from '../dispatch'
import type { EntityManager } from '../db/gate'
import { recordRepository } from '../db/repositories/recordRepository'
import { suspectRepository } from '../db/repositories/suspectRepository'
import { findSuspects } from '../records/findSuspects'
import { toldApart } from '../records/toldApart'
import { planMerge } from './planEdit'
import { tryEdit } from './saveEdit'
import type { ServiceContext } from './serviceContext'
import type { EditChange } from './plannedEdit'

/** Two records of one enterprise: finding them, and what their merge would do. */
export function createMergeService(context: ServiceContext): Pick<Services, 'enterprise.suspects' | 'enterprise.mergePreview'> {
  const { gate } = context
  return {
    async 'enterprise.suspects'({ enterpriseId, unitIds = [], limit }) {
      const { names } = await context.settings()
      return gate.read(async (manager) => {
        const enterprises = await suspectRepository.identities(manager)
        const units = new Map(enterprises.map(({ id, unitId }) => [id, unitId]))
        const isAsked = (id: number): boolean => unitIds.length === 0 || unitIds.includes(units.get(id) ?? 0)
        const apart = toldApart(await suspectRepository.distinctions(manager), enterprises)
        const found = findSuspects(enterprises, names.regionName || null).filter(({ one, other }) => {
          if (apart(one, other)) return false
          return enterpriseId === undefined ? isAsked(one) || isAsked(other) : one === enterpriseId || other === enterpriseId
        })
        const shown = found.slice(0, limit)
        const faces = await suspectRepository.faces(manager, shown.flatMap(({ one, other }) => [one, other]))
        const faceOf = new Map(faces.map((face) => [face.id, face]))
        const pairs = shown.flatMap(({ reason, one, other }) => {
          const [first, second] = [faceOf.get(one), faceOf.get(other)]
          return first && second ? [{ reason, one: first, other: second }] : []
        })
        return { total: found.length, pairs }
      })
    },

    async 'enterprise.mergePreview'({ keepId, dropId, values }) {
      const settings = await context.settings()
      const { plan, told } = await gate.read(async (manager) => {
        const changes = await planMerge(manager, keepId, dropId, values)
        return { plan: changes, told: await describeMoves(manager, changes, settings) }
      })
      const { touched, findings } = await tryEdit(context, plan)
      const own = touched.findIndex(({ kind, id }) => kind === 'enterprise' && id === keepId)
      const errors = findings.flatMap((found, i) => (i === own ? [] : found.filter(({ level }) => level === 'error')))
      // A rule broken by a record that moves is one of no field of the enterprise.
      return { ...told, findings: [...errors.map((error) => ({ ...error, field: null })), ...(findings[own] ?? [])] }
    },
  }
}

async function describeMoves(
  manager: EntityManager,
  changes: readonly EditChange[],
  settings: OfficeSettings,
): Promise<Omit<MergePreview, 'findings'>> {
  const told: Omit<MergePreview, 'findings'> = { moves: [], drops: [] }
  for (const kind of recordKinds) {
    if (kind === 'enterprise' || kind === 'distinction') continue
    const kindLabel = definitionOf(kind).label
    const own = changes.filter((change) => change.kind === kind)
    const dropped = own.filter(({ removed }) => removed === true).map(({ id }) => id)
    if (own.length > dropped.length) told.moves.push({ kindLabel, count: own.length - dropped.length })
    for (const name of (await recordRepository.names(manager, kind, dropped, settings)).values()) told.drops.push({ kindLabel, name })
  }
  return told
}
