export const commandNames = [
  'setup', 'import', 'return', 'undo', 'list', 'stats', 'period', 'export', 'template', 'print', 'report', 'check',
  'backup', 'backups', 'restore', 'salvage', 'password', 'demo',
] as const
export type CommandName = (typeof commandNames)[number]
