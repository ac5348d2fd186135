import { watchEffect } from 'vue'
import { useRoute } from 'vue-router'
import { isLedgerShut } from '../api/shutLedger'
import { pageName } from '../composables/pageName'
import { useOffice } from '../composables/useOffice'
import { shellText } from '../text/shell'

/** Window and tab say the page and whose ledger it is; of one that is shut, nothing. */
export function useWindowTitle(): void {
  const route = useRoute()
  const office = useOffice()
  watchEffect(() => {
    document.title = isLedgerShut.value
      ? shellText.productName
      : shellText.windowTitle(pageName(route), office.status?.officeName ?? null)
  })
}
