import type { StandardForm } from './form'

/** The title of a form as it is called of no region and no year: 非公有制企业党建工作考核评分表. */
export function bareTitle({ title }: Pick<StandardForm, 'title'>): string {
  return title.replace(/\{[^}]*\}(?:年度)?/g, '')
}
