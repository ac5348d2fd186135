import { beforeEach, expect, it } from 'vitest'
import { nationalRules as rules } from '../../../../shared/domain/coverage'
import type { Gate } from '../gate'
import { fillSmallLedger } from '../testing/smallLedger'
import { testFolders } from '../testing/testFolder'
import { enterpriseRepository } from './enterpriseRepository'

const folders = testFolders()
const asOf = '2026-06-30'
let gate: Gate

beforeEach(async () => {
  gate = (await folders.open()).gate
  await gate.write(fillSmallLedger)
})

it('names its organisation with all it covers, and its relations', async () => {
  const detail = await gate.read((manager) => enterpriseRepository.detail(manager, 11, asOf, rules))
  expect(detail).toMatchObject({
    row: { enterpriseName: '甲一公司', registeredAddress: '人民路1号', formerNames: ['甲壹公司'], status: '联合' },
    partyOrg: {
      id: 2,
      name: '中共甲一公司联合支部委员会',
      unitName: '甲街道',
      unverified: true,
      orgType: '党支部',
      lastElectionOn: '2023-05-06',
      termEndsOn: '2026-05-06',
      covered: [
        { id: 12, name: '甲二公司' },
        { id: 11, name: '甲一公司' },
      ],
    },
    coverages: [
      { partyOrgName: '中共甲一公司联合支部委员会', since: '2020-05-01', until: null },
      { partyOrgName: '中共乙三公司支部委员会', since: '2015-01-01', until: '2020-04-30' },
    ],
    assignments: [
      { liaisonName: '孙七', kind: '联络员', from: '2025-01-01', to: null },
      { liaisonName: '周八', kind: '指导员', from: '2024-01-01', to: null },
    ],
  })
})

it('is null for an unknown enterprise, and has no organisation where none covers it', async () => {
  await gate.read(async (manager) => {
    expect(await enterpriseRepository.detail(manager, 99, asOf, rules)).toBeNull()
    expect(await enterpriseRepository.detail(manager, 22, asOf, rules)).toMatchObject({
      partyOrg: null,
      coverages: [],
    })
  })
})
