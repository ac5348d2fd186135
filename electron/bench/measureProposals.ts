import { join } from 'node:path'
import type { NewRow } from '../office/db/newRow'
import { bulkInsert } from '../office/db/bulkInsert'
import { Assignment } from '../office/db/entities/assignment'
import { Enterprise } from '../office/db/entities/enterprise'
import { Liaison } from '../office/db/entities/liaison'
import { Unit } from '../office/db/entities/unit'
import { openDatabase } from '../office/db/openDatabase'
import { bigEnterprises } from '../office/db/testing/bigLedger'
import type { Output } from '../../shared/contract/index'
import { openOffice, type Call, type FullOffice } from './fullOffice'
import { sayRatio, timed } from './timed'

const uncovered = 5_000
const officers = 500
const units = 20
const rounds = 5
const today = '2026-06-30'

/** What one would write by hand to have the same rows: no organisation, no liaison, no mass organisation. */
const rowsByHand = `
  SELECT e.id, e.version, e.name, e.unit_id, u.name unit, e.place_name, e.community, e.business_address, e.industry, e.formal_members
  FROM enterprise e JOIN unit u ON u.id = e.unit_id
  WHERE e.deleted_at IS NULL AND e.operating_status = '正常经营' AND e.sector = '非公企业'
    AND e.id NOT IN (SELECT enterprise_id FROM coverage WHERE deleted_at IS NULL AND until IS NULL)
    AND e.id NOT IN (SELECT enterprise_id FROM assignment WHERE deleted_at IS NULL AND to_date IS NULL)
    AND NOT (coalesce(e.has_union, 0) OR coalesce(e.has_league, 0))
  ORDER BY u.sort_no, e.sort_key, e.id`

/** Prints what both proposals cost beside reading their rows, and accepting all of one beside saving the same records. */
export async function measureProposals(folder: string): Promise<void> {
  const dataFolder = join(folder, 'data-proposals')
  await fill(dataFolder)
  const office = await openOffice(dataFolder)
  await measureProposing(office)
  await measureAccepting(office.call)
  await office.close()
}

async function measureProposing({ call, bare }: FullOffice): Promise<void> {
  const statement = bare.prepare(rowsByHand)
  const joint: number[] = []
  const liaison: number[] = []
  const theirs: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const times = [
      await timed(() => JSON.stringify(statement.all())),
      await timed(() => call('plan.jointProposal', {})),
      await timed(() => call('liaison.proposal', {})),
    ] as const
    if (round === 0) continue
    theirs.push(times[0])
    joint.push(times[1])
    liaison.push(times[2])
  }
  const { groups, left } = await call('plan.jointProposal', {})
  const proposal = await call('liaison.proposal', {})
  const rows = `reading the ${statement.all().length} rows by hand`
  sayRatio(`联合组建建议, three ways, ${groups.length} groups, ${left.length} enterprises left`, joint, theirs, rows)
  sayRatio(
    `联络员分派建议 for ${uncovered} enterprises and ${officers} officers, ${proposal.assignments.length} assigned, ${proposal.left.length} left`,
    liaison, theirs, rows,
  )
}

async function measureAccepting(call: Call): Promise<void> {
  const ours: number[] = []
  const theirs: number[] = []
  let count = 0
  for (let round = 0; round < 3; round++) {
    const proposal = await call('liaison.proposal', {})
    count = proposal.assignments.length
    theirs.push(await timed(async () => takeBack(call, await call('record.save', { changes: changesOf(proposal) }))))
    const anew = await call('liaison.proposal', {})
    ours.push(await timed(async () => takeBack(call, await call('liaison.acceptProposal', acceptedOf(anew)))))
  }
  sayRatio(`accepting ${count} assignments and taking them back`, ours, theirs, 'saving the same records without a look at the proposal')
}

async function takeBack(call: Call, { editId }: { editId: number | null }): Promise<void> {
  if (editId !== null) await call('edit.undo', { editId })
}

type Proposal = Output<'liaison.proposal'>
const visits = { from: today, frequencyTimes: 1, frequencyUnit: '季' as const }

function changesOf({ assignments }: Proposal) {
  return assignments.map(({ enterprise, liaisonId }, i) => {
    return { kind: 'assignment' as const, id: -1 - i, values: { liaisonId, enterpriseId: enterprise.id, ...visits } }
  })
}

function acceptedOf({ assignments, officers: people }: Proposal) {
  return {
    assignments: assignments.map(({ enterprise: { id, version }, liaisonId }) => ({ enterprise: { id, version }, liaisonId })),
    officers: people.map(({ id, version, before }) => ({ id, version, before })),
    ...visits,
  }
}

/** Enterprises nobody covers, of one or two members, and officers of the units who have one enterprise each. */
async function fill(dataFolder: string): Promise<void> {
  const database = await openDatabase(dataFolder)
  const all = bigEnterprises(uncovered + officers, units).map((enterprise, index): NewRow<Enterprise> => ({
    ...enterprise,
    sector: '非公企业',
    operatingStatus: '正常经营',
    placeName: index % 3 === 0 ? `创业大厦${index % 40}` : null,
    community: index % 3 === 1 ? `第${index % 60}社区` : null,
    formalMembers: 1 + (index % 2),
    hasUnion: false,
    hasLeague: false,
  }))
  const people = Array.from({ length: officers }, (_, index): NewRow<Liaison> => {
    return { id: index + 1, name: `联络员${index}`, kind: '联络员', employer: `单位${index % units}`, level: index % 25 === 0 ? '区级' : '乡镇街道级' }
  })
  const assigned = people.map(({ id = 0 }): NewRow<Assignment> => {
    return { id, liaisonId: id, enterpriseId: uncovered + id, from: '2025-01-01', frequencyTimes: 1, frequencyUnit: '季' }
  })
  await database.gate.write(async (manager) => {
    await bulkInsert(manager, Unit, Array.from({ length: units }, (_, index) => ({ id: index + 1, name: `单位${index}`, kind: '街道', sortNo: index })))
    await bulkInsert(manager, Enterprise, all)
    await bulkInsert(manager, Liaison, people)
    await bulkInsert(manager, Assignment, assigned)
  })
  await database.close()
}
