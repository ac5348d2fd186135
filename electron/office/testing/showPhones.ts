import type { TestOffice } from './createTestOffice'

/** For tests of what is kept: answers bear telephones as they are stored. */
export async function showPhones(office: TestOffice): Promise<void> {
  await office.call('setting.save', { settings: { privacy: { hidePhones: false } } })
}
