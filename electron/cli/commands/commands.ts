import type { CommandName } from '../commandName'
import type { Command } from './command'
import { backup } from './backup'
import { backups } from './backups'
import { check } from './check'
import { demo } from './demo'
import { exportForm } from './exportForm'
import { importFiles } from './importFiles'
import { list } from './list'
import { password } from './password'
import { period } from './period'
import { print } from './print'
import { report } from './report'
import { restore } from './restore'
import { returnWorkbook } from './returnWorkbook'
import { salvage } from './salvage'
import { setup } from './setup'
import { stats } from './stats'
import { undoImport } from './undoImport'
import { writeTemplate } from './writeTemplate'

export const commands: Record<CommandName, Command> = {
  setup, import: importFiles, return: returnWorkbook, undo: undoImport, list, stats, period,
  export: exportForm, template: writeTemplate, print, report, check, backup, backups, restore, salvage, password, demo,
}
