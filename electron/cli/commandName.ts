export const commandNames = ['setup', 'import', 'return', 'undo', 'list', 'stats', 'export', 'template', 'check', 'demo'] as const
export type CommandName = (typeof commandNames)[number]
