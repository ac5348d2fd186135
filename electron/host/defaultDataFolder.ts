import { homedir } from 'node:os'
import { join } from 'node:path'

const folderName = '双覆盖台账'

/**
 * Where a person's ledger lies unless told otherwise: the same folder for every door, so that a computer whose Electron
 * binary arrives later goes on with the same records. Absolute; may not exist yet.
 */
export function defaultDataFolder(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
  home: string = homedir(),
): string {
  if (platform === 'win32') return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), folderName)
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', folderName)
  // A relative XDG folder is invalid by its specification and must be ignored.
  const share = env.XDG_DATA_HOME?.startsWith('/') ? env.XDG_DATA_HOME : join(home, '.local', 'share')
  return join(share, folderName)
}
