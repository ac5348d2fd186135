import { chineseDate } from '../../../../shared/domain/calendarDate'
import type { CoverageRules } from '../../../../shared/domain/coverage'

/** The printed note: which denominator, which settings, which day, and what the table itself has to say. */
export function tableNote(cutOff: string, rules: CoverageRules, further: readonly string[]): string {
  const parts = [
    `分母：${baseNote(rules)}`,
    `应建：正式党员 ${rules.minMembers} 名以上`,
    `群团组织：工会、共青团${rules.womenCount ? '、妇联' : ''}`,
    `截止${chineseDate(cutOff)}`,
    ...further,
  ]
  return `${parts.join('；')}。`
}

/** 实体运营非公企业，经营状态=正常经营 */
export function baseNote(rules: CoverageRules): string {
  const parts = [
    rules.enterprisesOnly ? '实体运营非公企业' : '实体运营企业(含社会组织、小个专)',
    `经营状态=${rules.base.join('、')}`,
    ...(rules.legalPersonsOnly ? ['法人单位'] : []),
    ...(rules.threeHaveOnly ? ['三有企业'] : []),
    ...(rules.baseEmployees > 0 ? [`从业人员 ${rules.baseEmployees} 人以上`] : []),
  ]
  return parts.join('，')
}
