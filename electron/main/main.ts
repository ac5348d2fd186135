import {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
} from 'electron'
import { startDesktop } from './startDesktop'

startDesktop(
  { app, BrowserWindow, clipboard, dialog, ipcMain, Menu, protocol, screen, session, shell, utilityProcess },
  {
    argv: process.argv,
    currentFolder: process.cwd(),
    env: process.env,
    platform: process.platform,
    programFolder: import.meta.dirname,
  },
)
