import { expect, it } from 'vitest'
import { scoreRecord } from '../../shared/record/scheme'
import { columnGroups, readFigure, type FigureColumn } from './figureSheet'

it('reads a figure as its field does and says what it will look like', () => {
  const field = scoreRecord.fields.final
  expect(readFigure(field, ' ９．５０ ', '2026-07-15')).toEqual({ ok: true, value: 9.5, shown: '9.5' })
  expect(readFigure(field, '', '2026-07-15')).toEqual({ ok: true, value: null, shown: '' })
  expect(readFigure(field, '1001', '2026-07-15')).toEqual({ ok: false, message: '“考核分”不能大于 1000' })
  expect(readFigure(field, '九', '2026-07-15').ok).toBe(false)
})

it('puts neighbours of one group under one heading', () => {
  const column = (name: string, group?: string): FigureColumn => ({
    name, header: name, width: 60, field: null, ...(group === undefined ? {} : { group }),
  })
  expect(columnGroups([column('a', '甲'), column('b', '甲'), column('c'), column('d', '甲')])).toEqual([
    { title: '甲', columns: 2 },
    { title: '', columns: 1 },
    { title: '甲', columns: 1 },
  ])
})
