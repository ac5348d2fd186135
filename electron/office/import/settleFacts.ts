import { creditCodeVerdict, isOldCode } from '../../../shared/domain/creditCode'
import type { ProblemLevel } from '../../../shared/contract/problem'
import type { ImportField, ImportFields } from './importField'

const orgFields = [
  'partyOrgName', 'orgMode', 'jointBasis', 'orgType', 'orgFoundedOn', 'parentOrgName', 'lastElectionOn', 'termEndsOn',
  'secretaryName', 'secretarySource', 'secretaryPost', 'secretaryPhone',
] as const satisfies readonly ImportField[]

type Report = (code: string, level: ProblemLevel, field: ImportField, message: string) => void

/**
 * Resolves what a row's cells say to each other before it meets the ledger: whether it is built, where a malformed
 * code belongs, what a person without a name is worth. Returns a copy.
 */
export function settleFacts(stated: Readonly<Partial<ImportFields>>, report: Report): Partial<ImportFields> {
  const facts = { ...stated }
  settleCode(facts, report)
  if (facts.hasPartyOrg === undefined && (facts.partyOrgName ?? facts.orgMode ?? facts.orgType)) facts.hasPartyOrg = true
  if (facts.hasPartyOrg === false) {
    const filled = orgFields.filter((field) => facts[field] !== undefined)
    if (filled.some((field) => field === 'partyOrgName' || field === 'orgMode' || field === 'secretaryName')) {
      report('V-20', 'warning', filled[0] ?? 'partyOrgName', '填“未建党组织”，却填写了党组织名称、组建方式或书记；按未建登记，这些内容未导入')
    }
    for (const field of filled) delete facts[field]
  }
  if (facts.secretaryName === undefined) {
    if (facts.secretaryPhone !== undefined) report('V-10', 'warning', 'secretaryName', '填写了书记的电话，但没有姓名，未导入')
    delete facts.secretarySource
    delete facts.secretaryPost
    delete facts.secretaryPhone
  }
  if (facts.termEndsOn && facts.lastElectionOn && facts.termEndsOn < facts.lastElectionOn) {
    report('V-33', 'error', 'termEndsOn', `届满时间 ${facts.termEndsOn} 早于换届时间 ${facts.lastElectionOn}，届满时间未导入`)
    delete facts.termEndsOn
  }
  settleLiaison(facts, report)
  return facts
}

function settleCode(facts: Partial<ImportFields>, report: Report): void {
  const code = facts.creditCode
  if (!code || creditCodeVerdict(code) !== 'shape') return
  const corrected = code.replace(/O/g, '0').replace(/I/g, '1')
  if (creditCodeVerdict(corrected) === 'good') {
    facts.creditCode = corrected
    report('V-06', 'warning', 'creditCode', `信用代码“${code}”中的字母 O、I 应为数字，已按 ${corrected} 导入，请核对`)
    return
  }
  delete facts.creditCode
  facts.oldCode ??= code.slice(0, 20)
  if (isOldCode(code)) report('V-06', 'notice', 'creditCode', `“${code}”是原注册号或组织机构代码，已记入“原注册号”栏`)
  else report('V-06', 'warning', 'creditCode', `信用代码“${code}”不是 18 位或含有不该出现的字符，已记入“原注册号”栏，请核对`)
}

function settleLiaison(facts: Partial<ImportFields>, report: Report): void {
  if (facts.liaisonName !== undefined) return
  if (facts.liaisonPhone !== undefined || facts.liaisonEmployerPost !== undefined) {
    report('V-10', 'warning', 'liaisonName', '填写了指导员(联络员)的单位或电话，但没有姓名，未导入')
  } else if (facts.hasLiaison === true) {
    report('V-10', 'warning', 'hasLiaison', '填“有指导员(联络员)”，但没有姓名，未建立联系关系；请补填姓名和电话')
  }
  delete facts.liaisonPhone
  delete facts.liaisonEmployerPost
}
