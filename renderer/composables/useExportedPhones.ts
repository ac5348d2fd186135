import { ref, watch, type Ref } from 'vue'
import { useSettings } from './useSettings'

/** Whether the next file hides its telephones: what the settings say, until the person chooses otherwise on this page. */
export function useExportedPhones(): Ref<boolean> {
  const settings = useSettings()
  const hides = ref(settings.settings.privacy.hideExported)
  watch(() => settings.settings.privacy.hideExported, (kept) => (hides.value = kept))
  return hides
}
