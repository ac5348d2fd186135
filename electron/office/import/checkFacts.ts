import { creditCodeVerdict } from '../../../shared/domain/creditCode'
import { hasMassOrg, type CoverageRules } from '../../../shared/domain/coverage'
import { electionStanding } from '../../../shared/domain/election'
import type { CheckLimits, OfficeSettings } from '../../../shared/domain/officeSettings'
import { ownWord } from '../../../shared/domain/ownWords'
import { isPhone } from '../../../shared/domain/phone'
import { departedStatuses } from '../../../shared/domain/valueDomain'
import type { ProblemLevel } from '../../../shared/contract/problem'
import type { ImportField, ImportFields } from './importField'

export interface CheckContext {
  rules: CoverageRules
  limits: CheckLimits
  /** What the district calls things. */
  wording: Pick<OfficeSettings, 'words' | 'deliveryLabels'>
  today: string
  /** Formal members of all enterprises of the organisation together; null when unknown. */
  orgMembers: number | null
  /** Whether the source could have stated the field at all: a partial sheet is not asked for what it has no column for. */
  asked(field: ImportField): boolean
}

export interface Finding {
  code: string
  level: ProblemLevel
  field: ImportField
  message: string
}

type Facts = Partial<ImportFields>

/** Contradictions and gaps inside one enterprise's facts (docs/domain.md, checks V-06 … V-40). Null and absent are blank. */
export function checkFacts(facts: Facts, context: CheckContext): Finding[] {
  const findings: Finding[] = []
  const say = (code: string, level: ProblemLevel, field: ImportField, message: string): void => {
    if (context.asked(field)) findings.push({ code, level, field, message })
  }
  checkIdentity(facts, say)
  checkMembers(facts, say)
  checkWorkers(facts, say)
  if (facts.hasPartyOrg === true) checkBuilt(facts, context, say)
  else if (facts.hasPartyOrg === false) checkUnbuilt(facts, context, say)
  checkTerm(facts, context, say)
  return findings
}

type Say = (code: string, level: ProblemLevel, field: ImportField, message: string) => void

function checkIdentity(facts: Facts, say: Say): void {
  const code = facts.creditCode
  if (code) {
    const verdict = creditCodeVerdict(code)
    if (verdict === 'shape') say('V-06', 'warning', 'creditCode', `信用代码“${code}”不是 18 位或含有不该出现的字符，请核对`)
    if (verdict === 'check-digit') say('V-06', 'warning', 'creditCode', `信用代码“${code}”末位校验不符，请对照营业执照核对`)
  } else say('V-06', 'warning', 'creditCode', '统一社会信用代码为空')
  for (const field of ['contactPhone', 'secretaryPhone', 'liaisonPhone', 'legalRepPhone'] as const) {
    const phone = facts[field]
    if (phone && !isPhone(phone)) say('V-12', 'warning', field, `电话“${phone}”不像电话号码，请核对`)
  }
}

function checkMembers(facts: Facts, say: Say): void {
  const formal = facts.formalMembers
  const total = (formal ?? 0) + (facts.probationaryMembers ?? 0)
  const { employees, membersRegisteredHere: here, membersRegisteredElsewhere: elsewhere } = facts
  if (formal === null || formal === undefined) return
  if (employees !== null && employees !== undefined && total > employees) {
    say('V-27', 'warning', 'formalMembers', `党员 ${total} 名，多于从业人员 ${employees} 人`)
  }
  if (typeof here === 'number' && here > total) {
    say('V-28', 'warning', 'membersRegisteredHere', `组织关系在本企业 ${here} 名，多于党员总数 ${total} 名`)
  }
  if (typeof here === 'number' && typeof elsewhere === 'number' && here + elsewhere !== total) {
    say('V-28', 'warning', 'membersRegisteredElsewhere', `组织关系在本企业 ${here} 名与不在本企业 ${elsewhere} 名之和，不等于党员总数 ${total} 名`)
  }
}

function checkWorkers({ partyWorkers: all, fullTimePartyWorkers: fullTime }: Facts, say: Say): void {
  if (typeof all !== 'number' || typeof fullTime !== 'number' || fullTime <= all) return
  say('V-29', 'warning', 'fullTimePartyWorkers', `专职 ${fullTime} 名，多于党务工作者 ${all} 名`)
}

function checkBuilt(facts: Facts, context: CheckContext, say: Say): void {
  const { rules } = context
  const formal = facts.formalMembers ?? 0
  const joint = facts.orgMode === '联合组建'
  const members = joint ? context.orgMembers : formal
  if (!facts.partyOrgName) say('V-13', 'warning', 'partyOrgName', '已建党组织但名称为空，先用拟定名称登记，标为待核实')
  if (!facts.orgMode) say('V-14', 'warning', 'orgMode', '已建党组织但组建方式为空')
  if (!facts.orgType) say('V-15', 'warning', 'orgType', '已建党组织但类别为空')
  if (!facts.orgFoundedOn) say('V-16', 'warning', 'orgFoundedOn', '已建党组织但成立时间为空')
  if (!facts.secretaryName) say('V-17', 'notice', 'secretaryName', '已建党组织但没有书记姓名，按书记空缺登记')
  else if (!facts.secretaryPhone) say('V-18', 'notice', 'secretaryPhone', '书记联系电话为空')
  if (members === 0) {
    say('V-19', 'warning', 'formalMembers', joint ? '联合党组织覆盖的各企业都没有正式党员' : '已建党组织但没有正式党员')
  }
  if (facts.orgMode === '单独组建' && formal > 0 && formal < rules.minMembers) {
    say('V-21', 'warning', 'formalMembers', `单独组建但正式党员只有 ${formal} 名，不足 ${rules.minMembers} 名`)
  }
  if (joint && formal >= rules.minMembers) {
    say('V-22', 'notice', 'orgMode', `联合组建但正式党员有 ${formal} 名，可单独组建`)
  }
  checkType(facts, members, say)
  if (facts.operatingStatus && departedStatuses.includes(facts.operatingStatus)) {
    const status = ownWord(context.wording.words, 'operatingStatus', facts.operatingStatus)
    say('V-40', 'warning', 'operatingStatus', `经营状态为“${status}”，但党组织仍在，请办理撤销或调整`)
  }
}

function checkType(facts: Facts, members: number | null, say: Say): void {
  if (members === null || members === 0) return
  if (facts.orgType === '党委' && members < 100) say('V-26', 'notice', 'orgType', `党委一般应有正式党员 100 名以上，现有 ${members} 名`)
  if (facts.orgType === '党总支' && members < 50) say('V-26', 'notice', 'orgType', `党总支一般应有正式党员 50 名以上，现有 ${members} 名`)
  if (facts.orgType === '党支部' && members > 50) say('V-26', 'notice', 'orgType', `党支部正式党员 ${members} 名，已超过 50 名，可设党总支`)
}

function checkUnbuilt(facts: Facts, context: CheckContext, say: Say): void {
  const { rules, limits } = context
  const formal = facts.formalMembers ?? 0
  const filled = (['orgMode', 'partyOrgName', 'secretaryName'] as const).find((field) => facts[field])
  if (filled) say('V-20', 'warning', filled, '填“未建党组织”，却填写了党组织名称、组建方式或书记；按未建登记，这些内容未导入')
  if (facts.operatingStatus && departedStatuses.includes(facts.operatingStatus)) return
  if (formal >= rules.minMembers) say('V-23', 'notice', 'hasPartyOrg', `正式党员 ${formal} 名，应建未建`)
  if (facts.isAboveScale) say('V-24', 'notice', 'hasPartyOrg', '规模以上企业未建党组织')
  if ((facts.employees ?? 0) >= limits.employees) {
    say('V-25', 'notice', 'hasPartyOrg', `从业人员 ${facts.employees ?? 0} 人(${limits.employees} 人以上)，未建党组织`)
  }
  const mass = hasMassOrg(
    { hasUnion: facts.hasUnion ?? null, hasLeague: facts.hasLeague ?? null, hasWomenOrg: facts.hasWomenOrg ?? null },
    rules,
  )
  if (!facts.liaisonName && !mass) say('V-35', 'notice', 'liaisonName', '未建党组织，也没有指导员(联络员)和群团组织，属未覆盖')
  if (facts['delivery.plaque'] === '已落实') {
    say('V-37', 'warning', 'delivery.plaque', `没有党组织，却登记已送${context.wording.deliveryLabels.plaque}`)
  }
}

function checkTerm(facts: Facts, context: CheckContext, say: Say): void {
  const { lastElectionOn, termEndsOn, orgType } = facts
  if (lastElectionOn && termEndsOn && termEndsOn < lastElectionOn) {
    say('V-33', 'error', 'termEndsOn', `届满时间 ${termEndsOn} 早于换届时间 ${lastElectionOn}，届满时间未导入`)
    return
  }
  if (facts.hasPartyOrg !== true || !orgType || !(lastElectionOn || termEndsOn)) return
  const standing = electionStanding(
    { lastElectionOn: lastElectionOn ?? null, foundedOn: null, termYears: null, type: orgType, termEndsOn: termEndsOn ?? null, extendedTo: null },
    context.today,
  )
  if (standing?.state === '届满未换') {
    say('V-33', 'notice', 'termEndsOn', `党组织 ${standing.endsOn} 届满，至今未换届${standing.overdueMoreThanYear ? '，超期一年以上' : ''}`)
  }
}
