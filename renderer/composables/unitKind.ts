import type { UnitKind } from '../../shared/domain/valueDomain'

const endings: readonly [RegExp, UnitKind][] = [
  [/(街道|街道办|街道办事处|街道党工委|街办)$/, '街道'],
  [/镇(人民政府|党委)?$/, '镇'],
  [/乡(人民政府|党委)?$/, '乡'],
  [/(园区|开发区|高新区|产业园|工业园|经开区|新区|示范区)(管委会|党工委|工委)?$/, '园区'],
  [/(局|委|协会|行业党委|行业工委|商会)$/, '行业部门'],
]

/** The kind of a unit by the ending of its name: a proposal, which a person may change. */
export function guessUnitKind(name: string): UnitKind {
  return endings.find(([ending]) => ending.test(name.trim()))?.[1] ?? '其他'
}
