import type { AssessmentFormula } from '../../../shared/domain/assessment'

/** The items a new scheme begins with: 100 points, as the assessments that could be read divide them; all may be changed. */
export const usualItems: readonly {
  groupName: string
  text: string
  max: number
  rule: string | null
  formula: AssessmentFormula | null
  itemMethod: string
}[] = [
  { groupName: '组织建设', text: '按期换届', max: 10, rule: '届满未换不得分', formula: '按期换届', itemMethod: '查看资料' },
  { groupName: '组织建设', text: '党组织设置规范，班子健全', max: 10, rule: '缺一项扣 2 分', formula: null, itemMethod: '查看资料' },
  { groupName: '队伍建设', text: '书记按要求参加培训', max: 10, rule: '本年度未参加培训不得分', formula: '书记培训', itemMethod: '查看资料' },
  { groupName: '队伍建设', text: '发展党员和党员教育管理', max: 10, rule: '按落实情况酌情评分', formula: null, itemMethod: '查看资料、座谈了解' },
  { groupName: '组织生活', text: '“三会一课”和主题党日', max: 15, rule: '按已开展次数占应开展次数的比例', formula: '组织生活达标', itemMethod: '查看资料' },
  { groupName: '阵地建设', text: '“三建三送”落实', max: 15, rule: '按已落实项数占应落实项数的比例', formula: '三建三送落实', itemMethod: '实地查看' },
  { groupName: '阵地建设', text: '“六有”达标', max: 10, rule: '按达标项数占应达标项数的比例', formula: '六有达标', itemMethod: '实地查看' },
  { groupName: '联系服务', text: '联络员(指导员)走访', max: 10, rule: '按已走访次数占应走访次数的比例', formula: '走访完成', itemMethod: '查看资料' },
  { groupName: '作用发挥', text: '党组织和党员作用发挥', max: 10, rule: '按作用发挥情况酌情评分', formula: null, itemMethod: '实地查看、座谈了解' },
]
