import type { CellBox } from './useCellTyping'

/** What a sheet needs of its frame (SheetFrame.vue). */
export interface SheetFrameParts {
  element: () => HTMLElement | undefined
  box: () => CellBox | undefined
}
