import { contract } from '../../../../shared/contract/index'
import type { OfficeServices } from '../../dispatch'
import type { ServiceContext } from '../serviceContext'
import type { KeptShown } from './createShownPhones'
import { hidePhones } from './hidePhones'

/**
 * Reads whose answers are left alone: what a person set or named, paper, which is asked by `hidePhones`, and findings of an import, whose cells are put right
 * in place (docs/decisions/0037).
 */
const leftAlone = /^(?:office|setting|view|finding|mapping|synonym|privacy|task|home|print)\./

/** Services whose answers leave the office with telephones hidden, but for pages and records that are shown. */
export function withHiddenPhones(services: OfficeServices, context: ServiceContext, shown: KeptShown): OfficeServices {
  const hiding = (Object.keys(services) as (keyof OfficeServices)[]).flatMap((call) => {
    const { kind } = contract[call]
    if (kind !== 'read' || 'handsOut' in contract[call] || leftAlone.test(call)) return []
    const service: (input: never) => Promise<unknown> = services[call]
    const hidden = async (input: never): Promise<unknown> => {
      const answer = await service(input)
      const { kind: asked, id }: { kind?: string; id?: number } = input
      const page = asked ?? call.slice(0, call.indexOf('.'))
      if (shown.isPageShown(page) || shown.isRecordShown(page, id)) return answer
      if (!(await context.settings()).privacy.hidePhones) return answer
      return hidePhones(answer, (row) => 'id' in row && shown.isRecordShown(page, row.id))
    }
    return [[call, hidden]]
  })
  return { ...services, ...Object.fromEntries(hiding) }
}
