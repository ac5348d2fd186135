import type { RecordRow } from '../../../shared/contract/record'
import { liaisonText } from '../../text/liaison'

/** 每季 1 次 */
export function frequencyText({ values }: Pick<RecordRow, 'values'>): string {
  return liaisonText.load.times(String(values['frequencyUnit'] ?? ''), Number(values['frequencyTimes'] ?? 0))
}
