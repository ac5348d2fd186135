import type { ImportOrigin } from '../../shared/contract/record'

/** 来自 桥头镇.xlsx 第 17 行，2026-07-02 */
export function originText({ file, row, on }: ImportOrigin): string {
  return `来自 ${file}${row === null ? '' : ` 第 ${row} 行`}，${on}`
}
