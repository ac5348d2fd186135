import { describe, expect, it } from 'vitest'
import { failureCode, type Failure, type FailureCode } from '../contract/reply'
import { failureSentence } from './failureSentence'

const sentenceOf = (code: FailureCode, details: Failure['details'] = {}, reference?: string): string =>
  failureSentence({ code, details, ...(reference ? { reference } : {}) })

describe('failureSentence', () => {
  it.each(failureCode.options)('%s has whole Chinese sentences of its own', (code) => {
    const sentence = sentenceOf(code)
    expect(sentence).toMatch(/^[\u4e00-\u9fff].*。$/)
    expect(sentence).not.toMatch(/undefined|null|\{|「」|\s\s/)
  })

  it('has a different sentence for every code', () => {
    expect(new Set(failureCode.options.map((code) => sentenceOf(code))).size).toBe(failureCode.options.length)
  })

  it.each([
    ['unreadable-file', 'not-a-workbook', /不是能识别的表格/],
    ['unreadable-file', 'damaged', /损坏/],
    ['unreadable-file', 'password-needed', /密码/],
    ['unreadable-file', 'unknown-encryption', /去掉密码/],
    ['unreadable-file', 'rights-managed', /有权限的人/],
    ['unreadable-file', 'locked-by-software', /解密/],
    ['unreadable-file', 'too-slow', /停止读取/],
    ['unreadable-file', 'web-shell', /另存为 \.xlsx/],
    ['wrong-password', 'file', /密码不对/],
    ['wrong-password', 'copy', /口令不对/],
    ['too-large', 'memory', /内存/],
    ['unreadable-file', 'other-document', /文字、演示/],
    ['unreadable-file', 'empty', /空的/],
    ['unreadable-file', 'no-such-file', /找不到/],
    ['not-found', 'no-such-file', /找不到/],
    ['not-found', 'missing', /重新选择文件/],
    ['too-large', 'expands', /解压后/],
    ['too-large', 'bytes', /太大/],
    ['damaged-database', 'missing', /不见了/],
  ] as const)('%s because of %s says so and names the file', (code, reason, words) => {
    const sentence = sentenceOf(code, { reason, file: '东山街道.xlsx', path: '/数据' })
    expect(sentence).toMatch(words)
    expect(sentence).toMatch(/东山街道|数据|文件/)
  })

  it('says what a file that is no table is, and what to do with it', () => {
    const kinds = ['word', 'slides', 'pdf', 'picture', 'archive', 'mail', 'numbers', 'uof', '']
    const sentences = kinds.map((kind) => sentenceOf('unreadable-file', { reason: 'other-document', file: '表.xlsx', kind }))
    for (const sentence of sentences) expect(sentence).toMatch(/^文件「表\.xlsx」.*没有导入任何内容。请.*。$|^文件「表\.xlsx」.*。表在.*。$/)
    expect(new Set(sentences).size).toBe(kinds.length)
  })

  it('tells the 口令 of the ledger from that of a copy, and both from the 密码 of a workbook', () => {
    expect(sentenceOf('password-needed')).toMatch(/^台账设了口令/)
    expect(sentenceOf('password-needed', { file: 'daily.sqlite' })).toMatch(/^备份文件「daily\.sqlite」设了另外的口令/)
    expect(sentenceOf('wrong-password', { reason: 'ledger' })).toMatch(/^口令不对/)
    expect(sentenceOf('wrong-password', { reason: 'recovery-code' })).toMatch(/^恢复码抄写有误/)
    expect(sentenceOf('wrong-password', { reason: 'too-soon', seconds: 30 })).toContain('30 秒')
    expect(sentenceOf('wrong-password')).toMatch(/^密码/)
    const conflicts = ['has-password', 'no-password', 'not-shut'].map((reason) => sentenceOf('conflict', { reason }))
    expect(new Set([...conflicts, sentenceOf('conflict')]).size).toBe(4)
  })

  it('keeps the sentence of the code for reasons that only the log understands', () => {
    expect(sentenceOf('locked', { reason: 'SQLITE_BUSY' })).toBe(sentenceOf('locked'))
    expect(sentenceOf('read-only', { reason: 'toString' })).toBe(sentenceOf('read-only'))
    expect(sentenceOf('unreadable-file', { reason: 'toString' })).toBe(sentenceOf('unreadable-file'))
  })

  it('shows folder, version, limit and reference where they are known', () => {
    expect(sentenceOf('locked', { folder: 'D:\\台账' })).toContain('「D:\\台账」')
    expect(sentenceOf('newer-database', { version: '2.0' })).toContain('（2.0）')
    expect(sentenceOf('too-large', { limit: '100 MB' })).toContain('上限 100 MB')
    expect(sentenceOf('unexpected', {}, '9f3c')).toContain('错误编号 9f3c')
  })
})
