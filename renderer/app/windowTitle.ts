import { watchEffect } from 'vue'
import { useRoute } from 'vue-router'
import { useOffice } from '../composables/useOffice'
import { shellText } from '../text/shell'

/** Window and tab say the page and whose ledger it is. */
export function useWindowTitle(): void {
  const route = useRoute()
  const office = useOffice()
  watchEffect(() => {
    // A page within a section goes by the name of the section.
    const named = route.matched.map(({ name }) => String(name)).filter((name) => name in shellText.pages).at(-1)
    const page = named === undefined ? '' : shellText.pages[named as keyof typeof shellText.pages]
    document.title = shellText.windowTitle(page, office.status?.officeName ?? null)
  })
}
