import type { LocationQuery, RouteLocationRaw } from 'vue-router'
import { writeFigureRef, type FigureRef } from '../../../shared/domain/statistics/figureRef'

/** The same page with who came and went behind a change beside it, so that Back closes the list. */
export function movesLink(query: LocationQuery, figure: FigureRef): RouteLocationRaw {
  return { query: { ...query, moves: writeFigureRef(figure) } }
}
