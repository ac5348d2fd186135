import type { QualityFinding } from '../../../shared/contract/quality'
import type { MatrixColumn } from '../../record/matrix'
import { qualityText as text } from '../../text/quality'

/** What is found where; both values beside it where the present is `compared` with the last period. */
export function qualityColumns(compared: boolean): MatrixColumn<QualityFinding>[] {
  const { columns } = text
  return [
    { name: 'level', header: columns.level, width: 66, pinned: true, editable: false, text: levelOf, draw: drawnLevel },
    { name: 'code', header: columns.code, width: 64, editable: false, text: codeOf, hint: ({ title }) => title },
    { name: 'unitName', header: columns.unitName, width: 88, editable: false, text: ({ unitName }) => unitName || text.units.none },
    { name: 'kindLabel', header: columns.kindLabel, width: 84, editable: false, text: ({ kindLabel }) => kindLabel },
    { name: 'name', header: columns.name, width: 180, editable: false, text: ({ name }) => name },
    { name: 'label', header: columns.label, width: 100, editable: false, text: ({ label }) => label },
    {
      name: 'message',
      header: columns.message,
      width: 260,
      grows: true,
      editable: false,
      text: ({ message }) => message,
      hint: (finding) => `${[codeOf(finding), finding.title].filter(Boolean).join(' ')}：${finding.message}`,
    },
    ...(compared
      ? [
          { name: 'was', header: columns.was, width: 84, editable: false, text: ({ was }: QualityFinding) => was ?? '' },
          { name: 'now', header: columns.now, width: 84, editable: false, text: ({ now }: QualityFinding) => now ?? '' },
        ]
      : []),
  ]
}

function codeOf({ code }: QualityFinding): string {
  return code === 'field' ? '' : code
}

function levelOf({ level }: QualityFinding): string {
  return text.levels[level].name
}

function drawnLevel(finding: QualityFinding): HTMLElement {
  const tag = document.createElement('span')
  tag.className = `status-tag tone-${{ error: 'bad', warning: 'warn', notice: 'plain' }[finding.level]}`
  tag.textContent = levelOf(finding)
  return tag
}
