import type { RouteLocationNormalizedLoaded } from 'vue-router'
import { shellText } from '../text/shell'

/** What the page of an address is called; a page within a section goes by the name of the section. */
export function pageName({ matched }: Pick<RouteLocationNormalizedLoaded, 'matched'>): string {
  const named = matched.map(({ name }) => String(name)).filter((name) => name in shellText.pages).at(-1)
  return named === undefined ? '' : shellText.pages[named as keyof typeof shellText.pages]
}
