import type { Dialog, MessageBoxOptions, Shell } from 'electron'
import type { Failure } from '../../shared/contract/reply'
import { failureSentence } from '../../shared/text/failureSentence'
import { desktopText } from './desktopText'

/**
 * Tells why the ledger cannot be opened and asks what to do. Enter and Esc both quit: nothing that is offered here
 * changes or removes a file.
 */
export async function showStartupError(
  dialog: Pick<Dialog, 'showMessageBox'>,
  shell: Pick<Shell, 'openPath'>,
  failure: Failure,
  dataFolder: string,
): Promise<'quit' | 'retry'> {
  for (;;) {
    const { response } = await dialog.showMessageBox(startupErrorBox(failure, dataFolder))
    if (response !== 2) return response === 1 ? 'retry' : 'quit'
    await shell.openPath(dataFolder)
  }
}

function startupErrorBox(failure: Failure, dataFolder: string): MessageBoxOptions {
  const { heading, quit, retry, openDataFolder } = desktopText.refusal
  return {
    type: 'error',
    title: desktopText.title,
    message: heading,
    detail: failureSentence({ ...failure, details: { folder: dataFolder, ...failure.details } }),
    buttons: [quit, retry, openDataFolder],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  }
}
