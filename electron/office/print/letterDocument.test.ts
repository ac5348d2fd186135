import { expect, it } from 'vitest'
import { letterDocument } from './letterDocument'
import type { LetterSpec } from './letterSpec'

const reminder: LetterSpec = {
  title: '关于做好党组织换届工作的提示函',
  addressee: '中共<山海>"置业"有限公司支部委员会',
  body: [
    { kind: 'heading', level: 1, text: '一、有关情况' },
    { kind: 'paragraph', text: '第一段 & 其他\n第二段' },
    { kind: 'table', table: { columns: [{ header: '党组织', width: 3, align: 'left' }, { header: '党员数', width: 1 }], rows: [['甲', 3], [null, 3]], total: true } },
  ],
  attachments: ['换届工作流程', '请示样本'],
  signature: { office: '中共桥头区委组织部', date: '2026-07-01', seal: true },
  note: '联系人王某',
}

it('writes every part of a letter in the order of the standard', () => {
  const html = letterDocument('提示函', [reminder], [])
  const text = html.slice(html.indexOf('<body>')).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim()
  expect(text).toBe(
    '关于做好党组织换届工作的提示函 中共&lt;山海&gt;&quot;置业&quot;有限公司支部委员会： 一、有关情况 第一段 &amp; 其他 第二段'
    + ' 党组织 党员数 甲 3 3 附件： 1. 换届工作流程 2. 请示样本 中共桥头区委组织部 2026年7月1日 （盖章） （联系人王某）',
  )
})

it('numbers each letter on pages of its own', () => {
  const html = letterDocument('提示函', [reminder, reminder], [])
  expect(html).toContain('counter-increment: letter0;')
  expect(html).toContain('counter-increment: letter1;')
  expect(html.match(/<article/g)).toHaveLength(2)
  expect(html).not.toContain(':left')
  expect(letterDocument('提示函', [reminder], [])).toContain('@page letter0:left')
})

it('carries the open typeface in itself', () => {
  const html = letterDocument('提示函', [reminder], [{ weight: 400, script: 'latin', bytes: new Uint8Array([1, 2, 3]) }])
  expect(html).toContain('url(data:font/woff2;base64,AQID)')
})
