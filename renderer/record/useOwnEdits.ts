import { onBeforeRouteLeave, useRoute } from 'vue-router'
import { placeOf, type EditPlace } from './editPlace'
import { useEdits } from './useEdits'

type Edits = ReturnType<typeof useEdits>

/** The writes of a sheet: what is typed on its page and written after somebody has gone on was made there all the same. */
export function useOwnEdits(): Pick<Edits, 'makeEdit' | 'saveRecords'> {
  const edits = useEdits()
  const route = useRoute()
  let left: EditPlace | undefined
  onBeforeRouteLeave(() => {
    left = placeOf(route)
  })
  const place = (): EditPlace => left ?? placeOf(route)
  return {
    makeEdit: (label, write) => edits.makeEdit(label, write, place()),
    saveRecords: (changes, label) => edits.saveRecords(changes, label, place()),
  }
}
