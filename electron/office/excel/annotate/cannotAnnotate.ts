/** A package written in a way that is not edited in place: its cells are then written into a workbook of our own. */
export class CannotAnnotate extends Error {
  constructor(why: string) {
    super(why)
    this.name = 'CannotAnnotate'
  }
}
