import { describe, expect, it } from 'vitest'
import type { FileReading } from '../../../shared/contract/fileReading'
import type { ImportCounts, ImportPlan } from '../../../shared/contract/import'
import { isImportable, isSettled, type ChosenFile } from './chosenFile'
import { spreadsheetsOf } from './pickedFiles'
import { firstTab, previewTabStates } from './previewTabs'
import { whoseRows } from './whoseRows'

function chosen(reading: Partial<FileReading>, more: Partial<ChosenFile> = {}): ChosenFile {
  const whole: FileReading = {
    fileId: '1', name: '桥头镇.xlsx', sha256: '', bytes: 1, state: 'ready', asks: [], form: 'F01', formTitle: null, unit: '桥头镇',
    units: ['桥头镇'], unknownUnits: [], filledOn: null, issuedOn: null, sheets: [], rows: 20, errors: 0, warnings: 0, notices: 0, failure: null,
    ...reading,
  }
  return { key: 1, file: new File([], whole.name), state: 'read', included: true, corrections: [], reading: whole, ...more }
}

describe('files of the first step', () => {
  it('may be imported when the form is known and whose it is', () => {
    expect(isImportable(chosen({}))).toBe(true)
    expect(isImportable(chosen({ state: 'repeated' }))).toBe(true)
    expect(isImportable(chosen({ state: 'confirm', asks: ['unit'], unit: null, units: [] }))).toBe(false)
    expect(isImportable(chosen({ state: 'confirm', asks: ['unit'], unit: null, units: [] }, { unit: '桥头镇' }))).toBe(true)
    expect(isImportable(chosen({ state: 'confirm', unit: null, units: ['桥头镇', '石桥镇'] }))).toBe(true)
    expect(isImportable(chosen({ state: 'confirm', unknownUnits: ['马家镇'] }))).toBe(true)
    expect(isImportable(chosen({ state: 'confirm', asks: ['columns'], unit: null, units: [] }))).toBe(true)
    expect(isImportable(chosen({ state: 'unreadable' }))).toBe(false)
    expect(isImportable(chosen({ state: 'other' }))).toBe(false)
  })

  it('ask for a look unless simply ready', () => {
    expect(isSettled(chosen({}))).toBe(true)
    expect(isSettled(chosen({ unknownUnits: ['马家镇'] }))).toBe(false)
    expect(isSettled(chosen({ state: 'unreadable' }))).toBe(false)
    expect(isSettled(chosen({}, { state: 'waiting', reading: undefined }))).toBe(true)
    expect(isSettled(chosen({}, { state: 'failed', error: new Error('x') }))).toBe(false)
  })

  it('are the spreadsheets of a folder without the lock files beside them', () => {
    const names = ['桥头镇.xlsx', '~$桥头镇.xlsx', '石桥镇.CSV', '通知.docx', '.DS_Store', '青石乡.xls', '北台镇.ods', '表.et']
    const { files, skipped } = spreadsheetsOf(names.map((name) => new File([], name)))
    expect(files.map((file) => file.name)).toEqual(['桥头镇.xlsx', '石桥镇.CSV', '青石乡.xls', '北台镇.ods', '表.et'])
    expect(skipped).toBe(3)
  })
})

describe('lists of the preview', () => {
  const counts: ImportCounts = { rows: 20, add: 0, change: 0, same: 12, skipped: 3, errors: 2, warnings: 1, notices: 4 }
  const plan: ImportPlan = {
    planId: 'p', policy: 'replace', files: [], forms: [], totals: counts, conflicts: 0, newOrgs: [], newLiaisons: 0,
    absent: [{ id: 1, name: '鑫源铸造厂', unit: '桥头镇' }],
  }

  it('carry the sizes of the lists they open', () => {
    const sizes = Object.fromEntries(previewTabStates(plan, counts, 0).map((state) => [state.tab, state.count]))
    expect(sizes).toEqual({ column: 0, change: 0, add: 0, problem: 7, skip: 3, same: 12, org: 0, absent: 1 })
  })

  it('begin with what both sides changed, where there is any', () => {
    const [first] = previewTabStates({ ...plan, conflicts: 2 }, counts, 0)
    expect(first).toMatchObject({ tab: 'conflict', count: 2 })
    expect(firstTab(previewTabStates({ ...plan, conflicts: 2 }, counts, 0))).toBe('conflict')
  })

  it('name the unit of a file, several units, or none where nothing is imported', () => {
    expect(whoseRows('桥头镇', counts)).toBe('桥头镇')
    expect(whoseRows(null, counts)).toBe('多个单位')
    expect(whoseRows(null, { ...counts, same: 0 })).toBe('')
  })

  it('begin with columns that wait for an answer', () => {
    expect(firstTab(previewTabStates({ ...plan, conflicts: 2 }, counts, 3))).toBe('column')
  })

  it('start with the first that is not empty', () => {
    expect(firstTab(previewTabStates(plan, counts, 0))).toBe('problem')
    expect(firstTab(previewTabStates(plan, { ...counts, change: 2 }, 0))).toBe('change')
  })
})
