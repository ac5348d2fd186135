import type { StandardForm } from './form'

/** The title of a form with {地区} and {年度} filled in. */
export function formTitle({ title }: Pick<StandardForm, 'title'>, { regionName, year }: { regionName: string; year: number }): string {
  return title.replaceAll('{地区}', regionName).replaceAll('{年度}', String(year))
}
