import type { CommandName } from '../commandName'
import { check } from './check'
import type { Command } from './command'
import { demo } from './demo'
import { exportForm } from './exportForm'
import { importFiles } from './importFiles'
import { list } from './list'
import { returnWorkbook } from './returnWorkbook'
import { setup } from './setup'
import { stats } from './stats'
import { undoImport } from './undoImport'
import { writeTemplate } from './writeTemplate'

export const commands: Record<CommandName, Command> = { setup, import: importFiles, return: returnWorkbook, undo: undoImport, list, stats, export: exportForm, template: writeTemplate, check, demo }
