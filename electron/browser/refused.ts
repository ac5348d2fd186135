/** A start that cannot go on for a reason a person can act on; the message is the whole sentence. */
export class Refused extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'Refused'
  }
}
