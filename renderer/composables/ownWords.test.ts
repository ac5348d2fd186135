import { expect, it } from 'vitest'
import { nationalSettings, withChanges } from '../../shared/domain/officeSettings'
import { ledgerHeaders } from '../text/ledgerHeaders'
import { inOwnWords } from './ownWords'

it('heads deliveries and goals as the district calls them, and nothing else otherwise', () => {
  expect(ledgerHeaders.map((header) => inOwnWords(header, nationalSettings))).toEqual(ledgerHeaders)
  const own = withChanges(nationalSettings, { deliveryLabels: { flag: '党旗党徽' }, goalLabels: { fund: '有保障' } })
  const changed = ledgerHeaders.map((header) => inOwnWords(header, own)).filter((header, i) => header.header !== ledgerHeaders[i]?.header)
  expect(changed.map(({ column, header }) => [column, header])).toEqual([['delivery.flag', '党旗党徽'], ['goal.fund', '有保障']])
})
