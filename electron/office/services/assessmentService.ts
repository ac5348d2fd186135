import type { FieldValue } from '../../../shared/record/field'
import type { Services } from '../dispatch'
import { usualItems } from '../records/usualItems'
import { assessmentSheet } from './assessmentSheet'
import type { EditChange } from './plannedEdit'
import { saveEdit } from './saveEdit'
import type { ServiceContext } from './serviceContext'

/** 百分考核 of the organisations. */
export function createAssessmentService(context: ServiceContext): Pick<Services, 'assessment.sheet' | 'assessment.create'> {
  const { gate, ports } = context
  return {
    async 'assessment.sheet'({ schemeId }) {
      const scene = { settings: await context.settings(), today: ports.clock.today() }
      return gate.read((manager) => assessmentSheet(manager, schemeId, scene))
    },

    'assessment.create': ({ year, name, operator }) =>
      saveEdit(context, async () => {
        const scheme: EditChange = { kind: 'scheme', id: -1, values: { year, name, total: 100 } }
        const items = usualItems.map((item, i): EditChange => {
          const values: Record<string, FieldValue> = { schemeId: -1, sortNo: i + 1, ...item, method: item.formula === null ? '人工评分' : '系统计算' }
          return { kind: 'schemeItem', id: -1 - i, values }
        })
        return { changes: [scheme, ...items], stamp: { operator, label: `新建考核方案“${name}”` } }
      }),
  }
}
