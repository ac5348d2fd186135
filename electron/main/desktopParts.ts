/** The parts of Electron this app uses at all. */
export type ElectronParts = Pick<
  typeof import('electron'),
  | 'app'
  | 'BrowserWindow'
  | 'clipboard'
  | 'dialog'
  | 'ipcMain'
  | 'Menu'
  | 'protocol'
  | 'screen'
  | 'session'
  | 'shell'
  | 'utilityProcess'
>

export interface DesktopPlace {
  dataFolder: string
  /** The data folder is a throw-away one, to be filled now and removed at the end. */
  isDemo: boolean
  profile: string
  /** What a new start has to run. */
  executable: string
  platform: NodeJS.Platform
  programFolder: string
}
