import { expect, it } from 'vitest'
import type { LetterSpec } from './letterSpec'
import { maskLetter } from './maskLetter'

it('hides the telephones of a letter and nothing else of it', () => {
  const letter: LetterSpec = {
    number: '示工委函〔2026〕12号',
    title: '提示函',
    addressee: '东河公司党支部',
    body: [
      { kind: 'heading', level: 1, text: '一、总体情况' },
      { kind: 'paragraph', text: '超过2026年6月30日已120天，联系13800000001，电话：0571-88886666，注册资本12345678元。' },
      { kind: 'table', table: { columns: [{ header: '联系电话', width: 1 }, { header: '金额', width: 1 }], rows: [['0571-88886666', '12345678'], [null, 9]] } },
    ],
    signature: { office: '工委', date: '2026-06-30', seal: true },
    note: '联系人：王某，电话 88886666',
  }
  const masked = maskLetter(letter)
  expect(masked).toEqual({
    ...letter,
    body: [
      letter.body[0],
      { kind: 'paragraph', text: '超过2026年6月30日已120天，联系138****0001，电话：0571-****6666，注册资本12345678元。' },
      { kind: 'table', table: { columns: [{ header: '联系电话', width: 1 }, { header: '金额', width: 1 }], rows: [['0571-****6666', '12345678'], [null, 9]] } },
    ],
    note: '联系人：王某，电话 ****6666',
  })
})
