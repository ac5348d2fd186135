import { call } from '../../api/call'

const key = 'import.operator'

/** The name typed at the last import of this data folder; '' when there was none. */
export async function recallOperator(): Promise<string> {
  const { state } = await call('view.get', { key })
  return state ?? ''
}

export async function rememberOperator(name: string): Promise<void> {
  await call('view.save', { key, state: name })
}
