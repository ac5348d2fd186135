import { beforeEach, describe, expect, it } from 'vitest'
import type { ImportCounts } from '../../../../shared/contract/import'
import type { OfficeSetup } from '../../../../shared/contract/office'
import { nationalRules as rules } from '../../../../shared/domain/coverage'
import { bulkInsert, bulkUpdate } from '../bulkInsert'
import { ImportBatch } from '../entities/importBatch'
import { PartyOrg } from '../entities/partyOrg'
import { Setting } from '../entities/setting'
import { Unit } from '../entities/unit'
import type { Gate } from '../gate'
import { at, fillSmallLedger } from '../testing/smallLedger'
import { testFolders } from '../testing/testFolder'
import { deliveryRepository } from './deliveryRepository'
import { importRepository } from './importRepository'
import { liaisonRepository } from './liaisonRepository'
import { orgRepository } from './orgRepository'
import { s1Repository } from './s1Repository'
import { settingRepository } from './settingRepository'
import { unitRepository } from './unitRepository'

const folders = testFolders()
const asOf = '2026-06-30'
let gate: Gate

beforeEach(async () => {
  gate = (await folders.open()).gate
})

describe('settings', () => {
  it('are nothing until put, and then what was put last', async () => {
    expect(await gate.read((manager) => settingRepository.get(manager, 'names'))).toBeUndefined()
    await gate.write((manager) => settingRepository.put(manager, 'names', { officeName: '示范区委', list: [1, null] }))
    await gate.write((manager) => settingRepository.put(manager, 'other', null))
    expect(await gate.read((manager) => settingRepository.get(manager, 'names'))).toEqual({
      officeName: '示范区委',
      list: [1, null],
    })
    await gate.write((manager) => settingRepository.put(manager, 'names', 'x'))
    expect(await gate.read((manager) => settingRepository.get(manager, 'names'))).toBe('x')
    expect(await gate.read((manager) => settingRepository.get(manager, 'other'))).toBeNull()
    expect(await gate.read((manager) => manager.count(Setting))).toBe(2)
  })
})

describe('units', () => {
  const units: OfficeSetup['units'] = [
    { name: '乙镇', kind: '镇', aliases: [], sortNo: 2 },
    { name: '甲街道', kind: '街道', aliases: ['甲街办'], sortNo: 1 },
  ]

  it('are added and changed by name, and never deleted', async () => {
    const upsert = (rows: typeof units) => gate.write((manager) => unitRepository.upsert(manager, rows))
    expect(await upsert(units)).toEqual({ added: 2, changed: 0 })
    expect(await upsert(units)).toEqual({ added: 0, changed: 0 })
    expect(await upsert([{ name: '乙镇', kind: '镇', aliases: ['乙'], sortNo: 5 }])).toEqual({ added: 0, changed: 1 })
    const listed = await gate.read(unitRepository.list)
    expect(listed).toEqual([
      { id: 2, name: '甲街道', kind: '街道', aliases: ['甲街办'], sortNo: 1, active: true, enterprises: 0 },
      { id: 1, name: '乙镇', kind: '镇', aliases: ['乙'], sortNo: 5, active: true, enterprises: 0 },
    ])
  })

  it('given twice in one go count once, the last time', async () => {
    const twice: typeof units = [...units, { name: '乙镇', kind: '乡', aliases: [], sortNo: 9 }]
    expect(await gate.write((manager) => unitRepository.upsert(manager, twice))).toEqual({ added: 2, changed: 0 })
    expect((await gate.read(unitRepository.list)).map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      '甲街道 街道',
      '乙镇 乡',
    ])
  })

  it('tell how many living enterprises they have', async () => {
    await gate.write(fillSmallLedger)
    const listed = await gate.read(unitRepository.list)
    expect(listed.map(({ name, enterprises }) => [name, enterprises])).toEqual([
      ['乙镇', 2],
      ['甲街道', 2],
    ])
  })
})

describe('table S1', () => {
  it('counts each unit in official order, an empty one too while it is active', async () => {
    await gate.write(async (manager) => {
      await fillSmallLedger(manager)
      await bulkInsert(manager, Unit, [
        { id: 3, name: '丙乡', kind: '乡', sortNo: 3 },
        { id: 4, name: '并掉的乡', kind: '乡', sortNo: 4, active: false },
      ])
    })
    expect(await gate.read((manager) => s1Repository.counts(manager, asOf, rules))).toEqual([
      { unitId: 2, unitName: '乙镇', C: 2, D: 1, E: 0, F: 0, H: 0, I: 0, L: 0, O: 0, R: 0, S: 0 },
      { unitId: 1, unitName: '甲街道', C: 2, D: 2, E: 1, F: 1, H: 0, I: 2, L: 1, O: 1, R: 0, S: 0 },
      { unitId: 3, unitName: '丙乡', C: 0, D: 0, E: 0, F: 0, H: 0, I: 0, L: 0, O: 0, R: 0, S: 0 },
    ])
  })
})

describe('lists', () => {
  beforeEach(() => gate.write(fillSmallLedger))

  it('of organisations name their unit, parent, secretary and how many they cover', async () => {
    const orgs = await gate.read((manager) => orgRepository.list(manager, { asOf }))
    expect(orgs.map(({ id, covers }) => [id, covers])).toEqual([
      [3, 1],
      [1, 0],
      [2, 2],
    ])
    expect(orgs[2]).toMatchObject({
      nameKey: '甲一公司联合',
      unitName: '甲街道',
      parentOrgName: '中共甲街道工作委员会',
      foundedOnPrecision: 'month',
      unverified: true,
      secretaryTermId: 2,
      secretaryName: '今书记',
      secretaryPost: '副总经理',
    })
    expect(orgs[0]).toMatchObject({ parentOrgName: '中共乙镇委员会', unverified: false, secretaryName: null })
  })

  it('of organisations leave out those dissolved by the date', async () => {
    await gate.write((manager) => bulkUpdate(manager, PartyOrg, [{ id: 3, dissolvedOn: asOf }]))
    const ids = (date: string) =>
      gate.read(async (manager) => (await orgRepository.list(manager, { asOf: date })).map(({ id }) => id))
    expect(await ids(asOf)).toEqual([1, 2])
    expect(await ids('2026-06-29')).toEqual([3, 1, 2])
  })

  it('of liaisons count the enterprises they contact on the date', async () => {
    const liaisons = await gate.read((manager) => liaisonRepository.list(manager, { asOf }))
    expect(liaisons).toEqual([
      {
        id: 1,
        name: '孙七',
        kind: '联络员',
        employerPost: '甲街道党建办',
        phone: '13900000003',
        fullTime: false,
        level: null,
        active: true,
        enterprises: 1,
      },
      expect.objectContaining({ id: 2, employerPost: '区委组织部副科长', fullTime: true, enterprises: 1 }),
      expect.objectContaining({ id: 3, employerPost: null, active: false, enterprises: 1 }),
    ])
  })

  it('of deliveries name enterprise and unit, with amounts in 元', async () => {
    const deliveries = await gate.read(deliveryRepository.list)
    expect(deliveries.map(({ id }) => id)).toEqual([3, 1, 2])
    expect(deliveries[1]).toEqual({
      id: 1,
      enterpriseId: 11,
      enterpriseName: '甲一公司',
      unitId: 1,
      unitName: '甲街道',
      partyOrgName: '中共甲一公司联合支部委员会',
      item: 'room',
      state: '共用',
      quantity: 30.5,
      unitLabel: '㎡',
      amount: 10.5,
      fundSource: null,
      doneOn: null,
      note: null,
    })
  })
})

describe('imports', () => {
  const counts: ImportCounts = { rows: 1, add: 1, change: 0, same: 0, skipped: 0, errors: 0, warnings: 0, notices: 0 }
  const batch = { runId: 1, fileName: '甲.xlsx', form: 'F01', unit: '甲街道', counts, startedAt: at, operator: '钱十' }

  it('are listed the newest first and found by their bytes, unless undone', async () => {
    await gate.write(async (manager) => {
      await bulkInsert(manager, ImportBatch, [
        { ...batch, id: 1, sha256: 'aa' },
        { ...batch, id: 2, sha256: 'bb', mapping: { A: 'enterpriseName' } },
        { ...batch, id: 3, sha256: 'cc' },
      ])
      await bulkUpdate(manager, ImportBatch, [{ id: 3, undoneAt: at }])
    })
    const listed = await gate.read(importRepository.list)
    expect(listed).toEqual([
      { ...batch, id: 2, sha256: 'bb' },
      { ...batch, id: 1, sha256: 'aa' },
    ])
    await gate.read(async (manager) => {
      expect(await importRepository.findBySha256(manager, 'aa')).toMatchObject({ id: 1, counts })
      expect(await importRepository.findBySha256(manager, 'cc')).toBeNull()
      expect(await importRepository.findBySha256(manager, 'dd')).toBeNull()
    })
  })
})
