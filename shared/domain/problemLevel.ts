/** How grave a finding of a check is, the gravest first (docs/domain.md, 11.6). */
export const problemLevels = ['error', 'warning', 'notice'] as const
