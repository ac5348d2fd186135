import { ref, watch, type Ref } from 'vue'
import type { RecordFilter } from '../../shared/contract/record'
import { call } from '../api/call'
import { reportFailure } from '../composables/reportFailure'

const kinds = { enterpriseId: 'enterprise', partyOrgId: 'partyOrg', liaisonId: 'liaison' } as const
type Owner = keyof typeof kinds

/** Names of the enterprise, organisation or liaison a ledger is narrowed to. */
export function useOwnerNames(filter: () => RecordFilter): Ref<Partial<Record<Owner, string>>> {
  const names = ref<Partial<Record<Owner, string>>>({})
  for (const owner of Object.keys(kinds) as Owner[]) {
    watch(
      () => filter()[owner],
      async (id) => {
        if (id === undefined) return
        try {
          const [choice] = await call('record.choices', { kind: kinds[owner], ids: [id] })
          if (choice) names.value = { ...names.value, [owner]: choice.name }
        } catch (error) {
          reportFailure(error)
        }
      },
      { immediate: true },
    )
  }
  return names
}
