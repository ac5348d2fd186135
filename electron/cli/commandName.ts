export const commandNames = ['setup', 'import', 'list', 'stats', 'export', 'check', 'demo'] as const
export type CommandName = (typeof commandNames)[number]
