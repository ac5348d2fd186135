import type { RouteLocationNormalizedLoaded } from 'vue-router'
import { pageName } from '../composables/pageName'

/** The page an edit was made on: the words for it, and its address with all that was asked there. */
export interface EditPlace {
  page: string
  address: string
}

export function placeOf(route: RouteLocationNormalizedLoaded): EditPlace {
  return { page: pageName(route), address: route.fullPath }
}

/** Whether two addresses are of one page, whatever is asked there. */
export function isSamePage(one: string, other: string): boolean {
  const pathOf = (address: string): string => address.split(/[?#]/)[0] ?? ''
  return pathOf(one) === pathOf(other)
}
