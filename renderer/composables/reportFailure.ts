import { ElMessage, ElMessageBox } from 'element-plus'
import { ConnectionLost } from '../api/connectionLost'
import { failureText } from '../text/failure'
import { copyText } from './copyText'
import { failureNotice, type FailureNotice } from './failureNotice'
import { useOffice } from './useOffice'

/** Tells people that what they asked for failed: a message, or for a bug a box with what support needs. */
export function reportFailure(error: unknown): void {
  if (error instanceof ConnectionLost) return
  const { sentence, facts } = failureNotice(error)
  if (!facts) {
    ElMessage({ type: 'error', message: sentence, duration: 8000, showClose: true })
    return
  }
  ElMessageBox.confirm(sentence, failureText.title, {
    type: 'error',
    confirmButtonText: failureText.copyDiagnosis,
    cancelButtonText: failureText.close,
  }).then(
    () => copyDiagnosis(facts),
    () => undefined,
  )
}

export async function copyDiagnosis(facts: NonNullable<FailureNotice['facts']>): Promise<void> {
  const lines = [['version', useOffice().status?.version ?? ''], ['time', new Date().toISOString()], ...facts]
  await copyText(lines.map(([name, value]) => `${name}: ${value}`).join('\n'))
  ElMessage({ type: 'success', message: failureText.copied })
}
