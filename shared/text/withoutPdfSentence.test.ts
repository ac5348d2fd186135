import { expect, it } from 'vitest'
import { withoutPdfSentence } from './withoutPdfSentence'

const whole = { noBrowser: false, tooLong: [], limit: 20_000 }

it('says nothing where nothing is missing', () => {
  expect(withoutPdfSentence(whole)).toBeNull()
})

it('says in one sentence why PDFs are missing', () => {
  expect(withoutPdfSentence({ ...whole, noBrowser: true })).toMatch(/^[^。]*没有找到能生成 PDF 的浏览器[^。]*只有 Excel 文件，没有 PDF。$/)
  expect(withoutPdfSentence({ ...whole, tooLong: ['F01_台账'] })).toBe('“F01_台账”超过 20,000 行，打印不了，只有 Excel 文件，没有 PDF。')
  expect(withoutPdfSentence({ ...whole, tooLong: ['甲', '乙', '丙', '丁'] })).toBe('“甲”、“乙”、“丙”等 4 张表超过 20,000 行，打印不了，只有 Excel 文件，没有 PDF。')
})
