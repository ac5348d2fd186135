import { expect, it } from 'vitest'
import { checkOwnWords, nationalWords, ownFieldWord, ownWord, wordLists, type WordList } from './ownWords'

it('calls a word as the district does, every other one as the list does', () => {
  const words = { ...nationalWords, operatingStatus: { 正常经营: '在业' } }
  expect(ownWord(words, 'operatingStatus', '正常经营')).toBe('在业')
  expect(ownWord(words, 'operatingStatus', '筹建')).toBe('筹建')
  expect(ownWord(words, 'delivery', 'constructor')).toBe('constructor')
})

it('knows the list a field of form F01 takes its words from', () => {
  const words = { ...nationalWords, delivery: { 已落实: '已到位' }, secretarySource: { 内选: '内部产生' } }
  expect(ownFieldWord(words, 'delivery.flag', '已落实')).toBe('已到位')
  expect(ownFieldWord(words, 'secretarySource', '内选')).toBe('内部产生')
  expect(ownFieldWord(words, 'note', '已落实')).toBe('已落实')
})

it.each(Object.keys(wordLists) as WordList[])('takes the words of %s as they are', (list) => {
  expect(checkOwnWords({}, wordLists[list])).toBeNull()
})

it.each([
  [{ 正常经营: '在业', 停产停业: '歇业' }, null],
  [{ 正常经营: ' ' }, '请填写“正常经营”的叫法'],
  [{ 正常经营: '正正常常地经营着的一家好企业' }, '“正正常常地经营着的一家好企业”不能超过 12 个字'],
  [{ 正常经营: '√' }, '“√”里要有汉字'],
  [{ 正常经营: '在业', 筹建: '在业' }, '“在业”重复了'],
  [{ 正常经营: '筹建' }, '“筹建”是另一项的标准词，不能用作“正常经营”的叫法'],
  // Two that change places would read each other's sheets wrongly.
  [{ 正常经营: '筹建', 筹建: '正常经营' }, '“筹建”是另一项的标准词，不能用作“正常经营”的叫法'],
  [{ 营业: '在业' }, '没有“营业”这一项'],
])('%o: %s', (own, message) => {
  expect(checkOwnWords(own, wordLists.operatingStatus)).toBe(message)
})
