import { setImmediate, setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { EntityManager } from 'typeorm'
import { OfficeError } from '../officeError'
import { bulkInsert, nextId } from './bulkInsert'
import { connectionOf, createDataSource } from './dataSource'
import { Enterprise } from './entities/enterprise'
import { Setting } from './entities/setting'
import { Unit } from './entities/unit'
import { createGate, type Gate } from './gate'
import { bigEnterprises } from './testing/bigLedger'
import { testFolders } from './testing/testFolder'

const folders = testFolders()

async function add(manager: EntityManager, key: string): Promise<void> {
  await bulkInsert(manager, Setting, [{ id: await nextId(manager, Setting), key, value: '1' }])
}

function keys(gate: Gate): Promise<string[]> {
  return gate.read(async (manager) => (await manager.find(Setting, { order: { id: 'ASC' } })).map(({ key }) => key))
}

describe('one connection without a gate', () => {
  it('loses a save that was answered as done, when another transaction rolls back', async () => {
    const database = await folders.open()
    const source = createDataSource({ file: database.file })
    await source.initialize()
    const cancelled = source.transaction(async (manager) => {
      await add(manager, 'import')
      await setTimeout(5)
      throw new Error('cancelled')
    })
    await setImmediate()
    await add(source.manager, 'save')
    expect(await source.manager.countBy(Setting, { key: 'save' })).toBe(1)
    await expect(cancelled).rejects.toThrow('cancelled')
    expect(await source.manager.count(Setting)).toBe(0)
    await source.destroy()
  })
})

describe('write', () => {
  it('keeps a save that comes while an import runs, though the import is cancelled', async () => {
    const { gate } = await folders.open()
    const cancelled = gate.write(async (manager) => {
      await add(manager, 'import')
      await setTimeout(5)
      throw new Error('cancelled')
    })
    await setImmediate()
    const saved = gate.write((manager) => add(manager, 'save'))
    await expect(cancelled).rejects.toThrow('cancelled')
    await saved
    expect(await keys(gate)).toEqual(['save'])
  })

  it('runs writes one after another in the order they came', async () => {
    const { gate } = await folders.open()
    const order: string[] = []
    const work = (name: string, pause: number) =>
      gate.write(async (manager) => {
        order.push(`${name} begins`)
        await setTimeout(pause)
        await add(manager, name)
        order.push(`${name} ends`)
      })
    await Promise.all([work('a', 10), work('b', 0), work('c', 5)])
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
    expect(await keys(gate)).toEqual(['a', 'b', 'c'])
  })

  it('answers with what the work answers, and goes on after a failure', async () => {
    const { gate } = await folders.open()
    await expect(gate.write(() => Promise.reject(new Error('bug')))).rejects.toThrow('bug')
    expect(await gate.write(async () => 7)).toBe(7)
  })

  it('joins a write called inside a write', async () => {
    const { gate } = await folders.open()
    await expect(
      gate.write(async (manager) => {
        await add(manager, 'outer')
        await gate.write((inner) => add(inner, 'inner'))
        throw new Error('after both')
      }),
    ).rejects.toThrow('after both')
    expect(await keys(gate)).toEqual([])
  })

  it('rolls everything back when a joined write fails, even if that is caught', async () => {
    const { gate } = await folders.open()
    await expect(
      gate.write(async (manager) => {
        await add(manager, 'outer')
        await gate
          .write(async (inner) => {
            await add(inner, 'inner')
            throw new Error('half done')
          })
          .catch(() => undefined)
      }),
    ).rejects.toThrow('half done')
    expect(await keys(gate)).toEqual([])
  })

  it('does not join a transaction that is over', async () => {
    const { gate } = await folders.open()
    let late: Promise<void> = Promise.resolve()
    await expect(
      gate.write(async () => {
        late = setTimeout(10).then(() => gate.write((manager) => add(manager, 'late')))
        throw new Error('over')
      }),
    ).rejects.toThrow('over')
    await late
    expect(await keys(gate)).toEqual(['late'])
  })

  it('saves what comes after a transaction that SQLite itself has rolled back', async () => {
    const database = await folders.open()
    const source = createDataSource({ file: database.file })
    await source.initialize()
    const gate = createGate(source, source)
    const lost = gate.write(async (manager) => {
      await add(manager, 'lost')
      connectionOf(source).exec('ROLLBACK')
      throw new Error('disk gone')
    })
    await expect(lost).rejects.toThrow('disk gone')
    await expect(gate.write(() => Promise.reject(new Error('bug')))).rejects.toThrow('bug')
    await gate.write((manager) => add(manager, 'saved'))
    expect(await keys(database.gate)).toEqual(['saved'])
    await source.destroy()
  })

  it('answers disk-full when a page cannot be had', async () => {
    const database = await folders.open()
    const source = createDataSource({ file: database.file })
    await source.initialize()
    const gate = createGate(source, source)
    const connection = connectionOf(source)
    connection.pragma(`max_page_count = ${Number(connection.pragma('page_count', { simple: true })) + 2}`)
    const full = gate.write(async (manager) => {
      await bulkInsert(manager, Setting, [{ id: 1, key: 'large', value: 'x'.repeat(100_000) }])
    })
    await expect(full).rejects.toMatchObject({ code: 'disk-full', details: { file: database.file } })
    await source.destroy()
  })

  it('leaves errors that are bugs as they are', async () => {
    const { gate } = await folders.open()
    const bug = gate.write((manager) => manager.query('SELECT id FROM nowhere'))
    await expect(bug).rejects.toThrow('no such table')
    await expect(bug).rejects.not.toBeInstanceOf(OfficeError)
  })
})

describe('read', () => {
  it('does not see rows of a write that is not committed, and does not wait for it', async () => {
    const { gate } = await folders.open()
    let commit = (): void => undefined
    const write = gate.write(async (manager) => {
      await add(manager, 'import')
      await new Promise<void>((resolve) => {
        commit = resolve
      })
    })
    await setImmediate()
    expect(await keys(gate)).toEqual([])
    commit()
    await write
    expect(await keys(gate)).toEqual(['import'])
  })

  it('is answered while a long import runs', { timeout: 30_000 }, async () => {
    const { gate } = await folders.open()
    await gate.write((manager) => bulkInsert(manager, Unit, [{ id: 1, name: '甲街道', kind: '街道', sortNo: 1 }]))
    const enterprises = bigEnterprises(50_000, 1)
    let isRunning = true
    const importing = gate
      .write((manager) => bulkInsert(manager, Enterprise, enterprises))
      .finally(() => {
        isRunning = false
      })
    let answered = 0
    while (isRunning) {
      await setImmediate()
      const count = await gate.read((manager) => manager.count(Enterprise))
      expect([0, 50_000]).toContain(count)
      if (isRunning) answered += 1
    }
    await importing
    expect(answered).toBeGreaterThan(20)
  })

  it('sees one commit throughout', async () => {
    const { gate } = await folders.open()
    const counts = await gate.read(async (manager) => {
      const before = await manager.count(Setting)
      await gate.write((writing) => add(writing, 'meanwhile'))
      return [before, await manager.count(Setting)]
    })
    expect(counts).toEqual([0, 0])
    expect(await keys(gate)).toEqual(['meanwhile'])
  })

  it('sees the rows of the write it is called in', async () => {
    const { gate } = await folders.open()
    const seen = await gate.write(async (manager) => {
      await add(manager, 'own')
      return keys(gate)
    })
    expect(seen).toEqual(['own'])
  })

  it('cannot write', async () => {
    const { gate } = await folders.open()
    const sly = gate.read((manager) => add(manager, 'sly'))
    await expect(sly).rejects.toThrow('readonly')
    await expect(sly).rejects.not.toBeInstanceOf(OfficeError)
    expect(await keys(gate)).toEqual([])
  })
})
