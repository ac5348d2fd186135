import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { OfficeEvent } from '../../shared/contract/events'
import type { Reply } from '../../shared/contract/reply'
import { callChannel, eventChannel } from './channels'

/** The keyhole: all the page ever sees of the desktop. */
contextBridge.exposeInMainWorld('office', {
  call(name: string, input: unknown): Promise<Reply<unknown>> {
    return ipcRenderer.invoke(callChannel, name, input)
  },
  onEvent(listener: (event: OfficeEvent) => void): () => void {
    const forward = (_event: IpcRendererEvent, event: OfficeEvent): void => listener(event)
    ipcRenderer.on(eventChannel, forward)
    return () => {
      ipcRenderer.off(eventChannel, forward)
    }
  },
})
