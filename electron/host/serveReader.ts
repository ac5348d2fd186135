import { answerRequest } from '../office/reader/answerRequest'
import type { AnnotateRequest, ReadAnswer, ReadRequest } from '../office/reader/readMessage'
import type { Port } from './message'

/** The reader's end: reads what it is asked to, one file after the other. */
export function serveReader(port: Port<ReadAnswer, ReadRequest | AnnotateRequest>): void {
  port.listen((request) => void answerRequest(request).then((answer) => port.post(answer)))
  port.post({ type: 'ready' })
}
