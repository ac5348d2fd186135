import { watchEffect } from 'vue'
import { useRoute } from 'vue-router'
import { useOffice } from '../composables/useOffice'
import { shellText } from '../text/shell'

/** Window and tab say the page and whose ledger it is. */
export function useWindowTitle(): void {
  const route = useRoute()
  const office = useOffice()
  watchEffect(() => {
    const page = typeof route.name === 'string' && route.name in shellText.pages
      ? shellText.pages[route.name as keyof typeof shellText.pages]
      : ''
    document.title = shellText.windowTitle(page, office.status?.officeName ?? null)
  })
}
