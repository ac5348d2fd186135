/** The door no longer answers. Shown once as a banner, never as a message per call. */
export class ConnectionLost extends Error {
  constructor() {
    super('connection lost')
    this.name = 'ConnectionLost'
  }
}
