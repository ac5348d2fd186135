import type { CalendarDate } from '../../../shared/domain/calendarDate'

/** An official letter to be printed (GB/T 9704-2012: A4, 3号仿宋, 28 磅), as plain data. Texts are never markup. */
export interface LetterSpec {
  /** 发文字号, above the title. */
  number?: string
  /** Centred, wrapped where it must; a line feed breaks it where its meaning does. */
  title: string
  /** 主送机关, without the colon. */
  addressee?: string
  body: readonly LetterBlock[]
  /** Names of what is attached: 附件:1. … below the body. */
  attachments?: readonly string[]
  /** 落款: who signs, and the day, right below the body. */
  signature: {
    office: string
    date: CalendarDate
    /** Leaves room for the seal over name and date, and says （盖章）. */
    seal: boolean
  }
  /** 附注 below the signature, in brackets: who is asked, by which telephone. */
  note?: string
}

export type LetterBlock =
  /** Two characters in; a line feed begins a further paragraph. */
  | { kind: 'paragraph'; text: string }
  /** 一、 in 黑体, (一) in 楷体; the text holds its own number. */
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'table'; table: LetterTable }

/** A small table between paragraphs; its head is repeated where it goes over to the next page. */
export interface LetterTable {
  caption?: string
  columns: readonly LetterColumn[]
  /** A cell a column; null is blank. */
  rows: readonly (readonly (string | number | null)[])[]
  /** The last row is a sum, in bold. */
  total?: boolean
}

export interface LetterColumn {
  header: string
  /** Share of the width, in any unit. */
  width: number
  /** In the middle without. */
  align?: 'left' | 'center' | 'right'
}
