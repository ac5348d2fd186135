/** An OLE compound file (the container of .xls, and of anything encrypted) as SheetJS's CFB reader gives it. */
export interface OleContainer {
  FullPaths: string[]
  FileIndex: OleEntry[]
}

export interface OleEntry {
  name: string
  size: number
  content?: ArrayLike<number>
}
