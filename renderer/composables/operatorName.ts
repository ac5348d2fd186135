import { call } from '../api/call'

/** The name is asked for in 导入 too. */
const key = 'import.operator'

/** The name last typed on this data folder; '' when there was none. */
export async function recallOperator(): Promise<string> {
  const { state } = await call('view.get', { key })
  return state ?? ''
}

export async function rememberOperator(name: string): Promise<void> {
  await call('view.save', { key, state: name })
}
