import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { saveDownloads } from './downloads'
import { createFakeElectron } from './testing/fakeElectron'
import { FakeDownload } from './testing/fakeSession'

async function savingSession() {
  const { fake, electron } = createFakeElectron({})
  await fake.app.becomeReady()
  const logged: string[] = []
  saveDownloads(electron.session.defaultSession, {
    dialog: electron.dialog,
    documentsFolder: '/home/someone/文档',
    log: ({ message }) => logged.push(message),
  })
  return { fake, session: fake.session, logged }
}

const ownBytes = 'blob:app://ledger/0a1b'

describe('saveDownloads', () => {
  it('asks where to save, beginning in the documents', async () => {
    const { session, fake } = await savingSession()
    const item = new FakeDownload('双覆盖统计表.xlsx', ownBytes)
    expect(session.downloads(item)).toBe(true)
    expect(item.saveDialog).toMatchObject({
      defaultPath: join('/home/someone/文档', '双覆盖统计表.xlsx'),
      filters: [{ name: 'Excel 工作簿', extensions: ['xlsx'] }],
    })
    item.end('completed')
    expect(fake.shell.opened).toEqual([])
    expect(fake.dialog.shown).toEqual([])
  })

  it.each(['setup.exe', 'run.bat', 'a.xlsx.lnk', 'macro.xlsm', 'page.html', 'noextension', '表.XLSX.SCR'])(
    'refuses %s and says so',
    async (name) => {
      const { session, fake } = await savingSession()
      expect(session.downloads(new FakeDownload(name, ownBytes))).toBe(false)
      expect(fake.dialog.shown[0]?.detail).toContain(name)
    },
  )

  it.each(['https://example.com/a.xlsx', 'file:///a.xlsx', 'blob:https://example.com/1', 'data:text/csv,a'])(
    'refuses bytes the page did not make: %s',
    async (url) => {
      const { session } = await savingSession()
      expect(session.downloads(new FakeDownload('a.xlsx', url))).toBe(false)
    },
  )

  it('tells when the file could not be written, and keeps quiet when the person gave up', async () => {
    const { session, fake, logged } = await savingSession()
    const cancelled = new FakeDownload('a.xlsx', ownBytes)
    session.downloads(cancelled)
    cancelled.end('cancelled')
    expect(fake.dialog.shown).toEqual([])
    const failed = new FakeDownload('b.XLSX', ownBytes)
    session.downloads(failed)
    failed.end('interrupted')
    expect(fake.dialog.shown[0]?.detail).toMatch(/b\.XLSX.*WPS/)
    expect(logged).toHaveLength(1)
  })
})
