/** Why two living enterprises may be one, the surest first (docs/domain.md, V-03 and V-05). */
export const suspectReasons = ['同名', '曾用名', '原注册号相同', '名称相近'] as const
export type SuspectReason = (typeof suspectReasons)[number]
