import type { Finding } from '../../../shared/contract/finding'
import { levelTexts } from '../../text/import'
import { findingText as text } from '../../text/finding'
import type { MatrixColumn } from '../../record/matrix'

/** A finding as a line of the sheet. */
export interface FindingLine extends Finding {
  id: number
}

/** Which columns say something: the file where there are several, the sheet where a file has several. */
export interface FindingScope {
  files: boolean
  sheets: boolean
}

/** Where a finding stands, in the words of the sheet; beneath them what it says and what is wrong with it. */
export function findingColumns({ files, sheets }: FindingScope): MatrixColumn<FindingLine>[] {
  const { columns } = text
  return [
    { name: 'level', header: columns.level, width: 72, pinned: true, editable: false, text: levelOf, draw: drawnLevel },
    ...(files ? [{ name: 'file', header: columns.file, width: 110, pinned: true, editable: false, text: ({ file }: FindingLine) => file }] : []),
    { name: 'sheet', header: columns.sheet, width: 90, hidden: !sheets, editable: false, text: ({ sheet }) => sheet ?? '' },
    { name: 'row', header: columns.row, width: 52, pinned: true, editable: false, text: ({ row }) => (row === null ? '' : String(row)) },
    { name: 'column', header: columns.column, width: 104, pinned: true, editable: false, text: columnOf },
    { name: 'name', header: columns.name, width: 140, editable: false, text: ({ name }) => name },
    { name: 'unitName', header: columns.unitName, width: 80, hidden: true, editable: false, text: ({ unitName }) => unitName },
    {
      name: 'text',
      header: columns.text,
      width: 130,
      editable: true,
      isText: true,
      text: ({ text: content }) => content ?? '',
      draw: ({ text: content }) => content ?? '',
      marks: ({ was }) => was !== null,
      spoken: (line) => text.spoken('', line.name, line.text || text.blank, line.was === null ? messageOf(line) : `${text.wasText(line.was)}，${messageOf(line)}`),
    },
    { name: 'was', header: columns.was, width: 80, editable: false, text: ({ was }) => was ?? '' },
    { name: 'message', header: columns.message, width: 208, grows: true, editable: false, text: messageOf, hint: messageOf },
  ]
}

export function columnOf({ column, header }: Finding): string {
  return [column ?? '', header].filter((part) => part !== '').join(' ')
}

export function messageOf({ problems, was }: Finding): string {
  return problems.length === 0 && was !== null ? text.right : problems.map(({ message }) => message).join('；')
}

function levelOf({ problems: [first] }: Finding): string {
  return first ? levelTexts[first.level].name : text.right
}

function drawnLevel(line: FindingLine): HTMLElement {
  const [first] = line.problems
  const tag = document.createElement('span')
  tag.className = `status-tag tone-${first ? { error: 'bad', warning: 'warn', notice: 'plain' }[first.level] : 'good'}`
  tag.textContent = levelOf(line)
  return tag
}
