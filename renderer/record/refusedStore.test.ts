import { beforeEach, describe, expect, it } from 'vitest'
import type { RefusedCell } from './planCells'
import { refusedCells } from './refusedStore'

function memory(): Storage {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    clear: () => items.clear(),
    getItem: (key) => items.get(key) ?? null,
    key: (index) => [...items.keys()][index] ?? null,
    removeItem: (key) => void items.delete(key),
    setItem: (key, value) => void items.set(key, value),
  }
}

function refusedAs(typed: string, id = 5): RefusedCell {
  return { id, rowIndex: 2, rowName: '', field: 'amount', header: '金额', typed, message: '应填金额' }
}

describe('refused cells', () => {
  let store = memory()
  const open = () => refusedCells(store, 'draft.cells.fundEntry')
  beforeEach(() => {
    store = memory()
  })

  it('are still there after a reload, the latest content of each cell', () => {
    const sheet = open()
    sheet.add([refusedAs('一百'), refusedAs('二百', 6)])
    sheet.add([refusedAs('三百')])
    expect(open().cells.value.map(({ id, typed }) => [id, typed])).toEqual([[6, '二百'], [5, '三百']])
    expect(open().textAt(5, 'amount')).toBe('三百')
  })

  it('are gone once saved or given up', () => {
    const sheet = open()
    sheet.add([refusedAs('一百'), refusedAs('二百', 6)])
    sheet.drop(5, 'amount')
    expect(open().cells.value).toHaveLength(1)
    sheet.clear()
    expect(store.length).toBe(0)
  })

  it('count in what was being typed when the window went', () => {
    const { message: _none, ...cell } = refusedAs('半')
    open().typing(cell)
    expect(open().cells.value).toMatchObject([{ typed: '半', message: '上次填写后没有保存' }])
    const sheet = open()
    sheet.typing(cell)
    sheet.typing(null)
    sheet.clear()
    expect(open().cells.value).toEqual([])
  })
})
