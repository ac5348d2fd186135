import { nationalWords, ownWord, type OwnWords } from './ownWords'
import { deliveryStates, type DeliveryState } from './valueDomain'

/** What one cell of the matrix says (docs/domain.md 10.7): how far an item is, and how many there are. */
export interface DeliveryMark {
  state: DeliveryState
  /** Left out where none was said. */
  quantity?: number
}

/** `mark` is null for a cell that is to be emptied: no record, which is not 未落实. */
export type MarkReading = { ok: true; mark: DeliveryMark | null } | { ok: false; message: string }

/** Signs a state is drawn and copied with; the others are drawn as their word. */
const signs: Partial<Readonly<Record<DeliveryState, string>>> = { 已落实: '√', 推进中: '○', 未落实: '×', 不适用: '/' }

/** The sign of a state, else what the district calls it. */
export function deliverySign(state: DeliveryState, own: OwnWords): string {
  return signs[state] ?? ownWord(own, 'delivery', state)
}

/** Spellings of docs/domain.md 10.7 beside the states themselves, after NFKC and in lower case. */
const spellings: Readonly<Record<DeliveryState, string>> = {
  已落实: '√ ✓ ✔ ☑ v y 是 有 对 1 已建 已建成 已送 已送达 已配备 已发放 已上墙 已挂牌 已完成 完成 已有',
  共用: '联合党组织共用 合用',
  推进中: '○ o 〇 ◯ 在建 正在 正在建 正在推进 正在建设 建设中 筹建中 进行中 办理中 △',
  未落实: '× ✗ ✘ x n 0 否 无 没有 未 未建 未送 未完成 未配备 未挂牌',
  需更换: '! 更换',
  不适用: '/ - — – ― ──',
}

const words = new Map<string, DeliveryState>(
  deliveryStates.flatMap((state) => [state, ...spellings[state].split(' ')].map((word) => [word, state] as const)),
)

/** A number with or without a unit behind it, and the sign of 已落实 before it: 20, 20面, √ 20 面. */
const amount = /^([√✓✔☑]\s*)?(\d{1,7}(?:\.\d{1,2})?)\s*(㎡|m2|平方米|平米|个|项|块|面|册|本|套|间)?$/

/**
 * Reads what was typed or pasted into a cell. A number is 已落实 with that quantity, but a bare 1 and 0 are a tick and a
 * cross; a state may be begun (推 for 推进中) where no other begins so. What the district calls a state comes first.
 */
export function readMark(typed: string, own: OwnWords = nationalWords): MarkReading {
  const text = plain(typed.replace(/[,，](?=\d{3})/g, ''))
  if (text === '') return { ok: true, mark: null }
  const known = deliveryStates.find((state) => plain(own.delivery[state] ?? '') === text) ?? words.get(text)
  if (known) return { ok: true, mark: { state: known } }
  const [, , digits] = amount.exec(text) ?? []
  if (digits !== undefined) {
    const quantity = Number(digits)
    return { ok: true, mark: quantity === 0 ? { state: '未落实' } : { state: '已落实', quantity } }
  }
  const begun = deliveryStates.filter((state) => [state, ownWord(own, 'delivery', state)].some((word) => word.startsWith(text)))
  const [only] = begun
  if (only && begun.length === 1) return { ok: true, mark: { state: only } }
  return { ok: false, message: `填 √、○、×、${ownWord(own, 'delivery', '共用')}，或数量；不能是“${typed.trim()}”` }
}

function plain(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase()
}

/** The part of a record that a mark depends on and changes. */
export interface MarkedDelivery {
  state: DeliveryState
  quantity: number | null
  unitLabel: string | null
  doneOn: string | null
}

/** A cell as it is read and copied; `readMark` understands it again. */
export function showMark(
  { state, quantity, unitLabel }: Omit<MarkedDelivery, 'doneOn'>,
  own: OwnWords = nationalWords,
): string {
  const sign = deliverySign(state, own)
  return state === '已落实' && quantity !== null ? `${sign} ${quantity}${unitLabel ?? ''}` : sign
}

export interface MarkValues {
  state: DeliveryState
  quantity?: number | null
  doneOn?: string | null
  acceptedOn?: null
  replacedOn?: string
  sharedWithOrg?: boolean | null
}

/**
 * What a mark changes in a record (null: there is none yet); null when it changes nothing. 已落实 is dated `doneOn`
 * unless it was done before; something to be replaced that is there again was replaced on that day. What has not come
 * about has no date, and what never will has no quantity either.
 */
export function valuesOfMark(before: MarkedDelivery | null, mark: DeliveryMark, doneOn: string): MarkValues | null {
  const { state, quantity } = mark
  const values: MarkValues = { state }
  if (quantity !== undefined) values.quantity = quantity
  else if (before && (state === '未落实' || state === '不适用')) values.quantity = null
  if (state === '已落实') {
    if (before?.state === '需更换') values.replacedOn = doneOn
    if (before?.state !== '需更换' && (before?.state !== '已落实' || before.doneOn === null)) values.doneOn = doneOn
    if (before?.state === '需更换' && before.doneOn === null) values.doneOn = doneOn
  } else if (state !== '共用' && state !== '需更换' && before) {
    values.doneOn = null
    values.acceptedOn = null
  }
  if (state === '共用') values.sharedWithOrg = true
  else if (before?.state === '共用') values.sharedWithOrg = null
  return before && isSame(before, values) ? null : values
}

function isSame(before: MarkedDelivery, { state, quantity, doneOn }: MarkValues): boolean {
  return (
    before.state === state &&
    (quantity === undefined || quantity === before.quantity) &&
    (doneOn === undefined || doneOn === before.doneOn)
  )
}
