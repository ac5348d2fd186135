import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { browserOptions } from './browserOptions'

describe('browserOptions', () => {
  it('asks for nothing by default', () => {
    expect(browserOptions([], '/here')).toEqual({
      ok: true,
      options: { data: undefined, demo: false, port: 0, open: true, renderer: undefined },
    })
  })

  it('reads both spellings and takes folders from where the person stands', () => {
    expect(browserOptions(['--data', '台账 数据', '--port=8080', '--no-open', '--renderer=/r'], '/here')).toEqual({
      ok: true,
      options: {
        data: resolve('/here', '台账 数据'),
        demo: false,
        port: 8080,
        open: false,
        renderer: resolve('/r'),
      },
    })
  })

  it.each([
    [['--prot', '1'], /不认识的选项：--prot/],
    [['somewhere'], /不认识的选项：somewhere/],
    [['--data'], /--data 后面缺少内容/],
    [['--data', '--demo'], /--data 后面缺少内容/],
    [['--port', '80a'], /端口号「80a」不对/],
    [['--port', '65536'], /不对/],
    [['--demo', '--data', 'x'], /不能与 --data 同时使用/],
  ])('refuses %j with a sentence', (args, sentence) => {
    const parsed = browserOptions(args, '/here')
    expect(parsed).toMatchObject({ ok: false })
    expect(parsed.ok ? '' : parsed.sentence).toMatch(sentence)
  })
})
