import type { PhonePage, ShownPhones } from '../../../shared/contract/privacy'
import { quoted } from '../../../shared/domain/quoted'
import { definitionOf, recordKinds } from '../../../shared/record/recordKind'
import type { Services } from '../dispatch'
import type { EntityManager } from '../db/gate'
import { auditRepository, type NewEntry } from '../db/repositories/auditRepository'
import { recordRepository } from '../db/repositories/recordRepository'
import { OfficeError } from '../officeError'
import { operatorOf } from './audit/operatorOf'
import type { KeptShown, ShownWhat } from './privacy/createShownPhones'
import type { ServiceContext } from './serviceContext'

/** 显示电话 and 隐藏电话. */
export function createPrivacyService(
  context: ServiceContext,
  shown: KeptShown,
): Pick<Services, 'privacy.state' | 'privacy.reveal' | 'privacy.hide'> {
  const { gate, ports } = context
  const state = async (): Promise<ShownPhones> => ({ hidden: (await context.settings()).privacy.hidePhones, ...shown.state() })

  function announce(what: ShownWhat): void {
    const kind = 'page' in what ? recordKinds.find((known) => known === what.page) : what.record.kind
    context.changed(['log', 'phone', ...(kind === undefined ? [] : [kind])])
  }

  return {
    'privacy.state': state,

    async 'privacy.reveal'({ what, operator }) {
      const at = ports.clock.now()
      await gate.write(async (manager) => {
        const entry = await entryOf(manager, what)
        if (!shown.show(what)) return
        await auditRepository.append(manager, [{ ...entry, at, operator: await operatorOf(manager, operator), action: '查看电话' }], at)
      })
      announce(what)
      return state()
    },

    async 'privacy.hide'({ what }) {
      shown.hide(what)
      announce(what)
      return state()
    },
  }

  async function entryOf(manager: EntityManager, what: ShownWhat): Promise<Pick<NewEntry, 'entity' | 'entityId' | 'label'>> {
    if ('page' in what) return { entity: 'page', label: `查看电话：${pageNames[what.page] ?? labelOf(what.page)}整页` }
    const { kind, id } = what.record
    const name = (await recordRepository.names(manager, kind, [id], await context.settings())).get(id)
    if (name === undefined) throw new OfficeError('not-found', { kind, id })
    return { entity: kind, entityId: id, label: `查看电话：${definitionOf(kind).label}${quoted(name.trim())}` }
  }
}

const pageNames: Readonly<Partial<Record<PhonePage, string>>> = {
  import: '导入预览', run: '导入报告', form: '标准表预览', edit: '操作日志', finding: '校验结果',
}

function labelOf(page: PhonePage): string {
  const kind = recordKinds.find((known) => known === page)
  return kind === undefined ? page : definitionOf(kind).label
}
