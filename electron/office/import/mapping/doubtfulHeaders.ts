import { creditCodeVerdict } from '../../../../shared/domain/creditCode'
import { orgTypeOfName } from '../../text/orgKey'
import { headerKeys } from '../../text/wordKey'
import type { TableColumn } from '../findTable'
import { subjectOfGroup } from '../headerIndex'
import type { ImportField } from '../importField'
import { namesEnterprise } from '../mapColumns'
import { mostly } from '../mostly'
import { flagValue, wordValue } from '../wordTable'
import type { ReadingWords } from '../readingWords'

/** What may settle the meaning of a header that can mean several things. */
export interface DoubtScene {
  values: readonly string[]
  /** Of the column; null when it is not imported. */
  field: ImportField | null
  /** Of the column before it. */
  before: ImportField | null
  /** Whether another column of the table is the field. */
  said(field: ImportField): boolean
  isUnit(text: string): boolean
  own: ReadingWords
}

interface Doubt {
  is: RegExp
  candidates: readonly ImportField[]
  isSettled(scene: DoubtScene): boolean
}

const orgFields: readonly ImportField[] = ['hasPartyOrg', 'partyOrgName', 'orgMode', 'orgType', 'secretaryName']

const speaksOfOrg = ({ said }: DoubtScene): boolean => orgFields.some(said)

/** Values that all answer, or none of them, leave nothing to ask. */
const agree = (values: readonly string[], test: (value: string) => boolean): boolean => new Set(values.map(test)).size < 2

const isOrgName = (value: string): boolean => orgTypeOfName(value) !== null || /^中共/.test(value)

/**
 * Headers that are not to be taken silently (docs/domain.md 11.9), and what decides them without asking. 党员人数 is not
 * among them: whether it counts the 预备 ones, no choice of a column could say; it is taken as 正式党员 with a notice.
 */
const doubts: readonly Doubt[] = [
  { is: /^所属网格$/, candidates: ['unitName', 'placeName'], isSettled: ({ values, isUnit }) => agree(values, isUnit) },
  {
    is: /^单位$/,
    candidates: ['unitName', 'enterpriseName'],
    isSettled: ({ values, isUnit }) => values.every(isUnit) || mostly(values, (value) => namesEnterprise(value)),
  },
  { is: /^组织名称$/, candidates: ['partyOrgName', 'enterpriseName'], isSettled: ({ values }) => agree(values, isOrgName) },
  {
    is: /^(?:成立|建立|批复)(?:日期|时间)$/,
    candidates: ['establishedOn', 'orgFoundedOn'],
    isSettled: (scene) => scene.field === 'orgFoundedOn' || !speaksOfOrg(scene) || scene.said('orgFoundedOn'),
  },
  { is: /^(?:主要)?负责人(?:姓名)?$/, candidates: ['ownerName', 'secretaryName', 'legalRepName', 'contactName'], isSettled: (scene) => !speaksOfOrg(scene) || scene.said('secretaryName') },
  {
    is: /^(?:联系)?(?:手机|电话|手机号|手机号码|电话号码|联系方式|联系电话)$/,
    candidates: ['contactPhone', 'liaisonPhone', 'secretaryPhone', 'legalRepPhone'],
    isSettled: ({ field, before, said }) =>
      field !== 'contactPhone' || before === 'contactName' || !((said('liaisonName') && !said('liaisonPhone')) || (said('secretaryName') && !said('secretaryPhone'))),
  },
  { is: /^(?:党组织类型|类型|类别|组织类型|组织类别|党组织形式|组织形式)$/, candidates: ['orgMode', 'orgType', 'sector', 'enterpriseType'], isSettled: ({ field }) => field !== null },
  { is: /^(?:党组织|组织)?覆盖情况$/, candidates: ['hasPartyOrg', 'orgMode'], isSettled: ({ values, own }) => values.every((value) => flagValue(value, own) !== undefined || wordValue('orgMode', value, own) !== null) },
  { is: /^(?:组织机构代码|营业执照号|营业执照注册号|注册号)$/, candidates: ['creditCode', 'oldCode'], isSettled: ({ values }) => agree(values, (value) => creditCodeVerdict(value.toUpperCase()) !== 'shape') },
  { is: /^隶属关系$/, candidates: ['parentOrgName'], isSettled: ({ field }) => field !== null },
  { is: /^(?:单位性质类别|企业控制\(控股\)情况|企业控制情况|经济类型)$/, candidates: ['enterpriseType'], isSettled: ({ field }) => field !== null },
]

/** Fields a header of the ledger may mean, when nothing on the sheet decides between them; empty when it is clear. */
export function doubtfulFields({ path }: TableColumn, scene: DoubtScene): readonly ImportField[] {
  const keys = headerKeys(path.at(-1) ?? '')
  const isGrouped = path.slice(0, -1).some((group) => subjectOfGroup(group) !== null)
  const doubt = doubts.find(({ is }) => keys.some((key) => is.test(key)))
  if (!doubt || isGrouped || doubt.isSettled(scene)) return []
  return doubt.candidates
}
