/** How the six verdicts of an enterprise stand in one word: 达标, 缺 2 项, or 未评定 while none is unmet and not all are judged. */
export function goalStanding(verdicts: readonly (boolean | null)[]): string {
  const unmet = verdicts.filter((met) => met === false).length
  if (unmet > 0) return `缺 ${unmet} 项`
  return verdicts.every((met) => met === true) ? '达标' : '未评定'
}
