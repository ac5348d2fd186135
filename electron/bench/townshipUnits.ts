export const unitCount = 20

export function unitName(n: number): string {
  return `第${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉'.charAt(n)}街道`
}
