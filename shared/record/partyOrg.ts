import { jointBases, orgModes, orgSectors, orgTypes } from '../domain/valueDomain'
import { defineRecord } from './field'

/** 党组织 (docs/domain.md 9.3). Which enterprises it covers is `coverage`, who leads it `secretaryTerm`. */
export const partyOrgRecord = defineRecord({
  label: '党组织',
  fields: {
    name: { label: '党组织名称', type: 'text', max: 100, required: true, help: '中共……支部委员会，与印章一致' },
    unitId: { label: '管理单位', type: 'ref', to: 'unit', required: true, help: '可与所覆盖企业的所属单位不同' },
    orgType: { label: '党组织类别', type: 'choice', options: orgTypes },
    mode: { label: '组建方式', type: 'choice', options: orgModes, required: true },
    jointBasis: { label: '联合组建类型', type: 'choice', options: jointBases, wordedBy: 'jointBasis' },
    code: { label: '党组织代码', type: 'text', max: 20 },
    parentOrgName: { label: '上级党组织', type: 'text', max: 100 },
    leadEnterpriseId: { label: '牵头企业', type: 'ref', to: 'enterprise' },
    foundedOn: { label: '成立时间', type: 'date', past: true, precision: 'foundedOnPrecision' },
    approvalNo: { label: '批准文号', type: 'text', max: 40 },
    lastElectionOn: { label: '最近换届时间', type: 'date', past: true },
    termYears: { label: '任期', type: 'count', min: 1, max: 5, unit: '年', help: '空白时按类别：党委 5 年，总支、支部 3 年' },
    termEndsOn: { label: '届满时间', type: 'date', help: '空白时按换届时间和任期计算' },
    extendedTo: { label: '批准延期至', type: 'date' },
    extensionNo: { label: '延期批准文号', type: 'text', max: 40 },
    remindedOn: { label: '提醒日期', type: 'date', past: true },
    remindedBy: { label: '提醒方式', type: 'text', max: 20, suggestions: ['发函', '电话', '其他'] },
    plannedElectionOn: { label: '计划换届时间', type: 'date' },
    electionMethod: { label: '选举方式', type: 'text', max: 40, suggestions: ['党员大会', '党员代表大会', '上级指派'] },
    reportedOn: { label: '换届结果报告时间', type: 'date', past: true, help: '换届后 1 个月内上报；填了就不再提醒' },
    deputySecretaries: { label: '副书记数', type: 'count', unit: '名' },
    committeeSize: { label: '委员数', type: 'count', unit: '名' },
    contactName: { label: '联系人', type: 'text', max: 20 },
    contactPhone: { label: '联系电话', type: 'phone' },
    placeArea: { label: '活动场所面积', type: 'number', unit: '㎡' },
    grade: { label: '评定等次', type: 'text', max: 20, suggestedBy: 'grades' },
    isStandard: { label: '标准化建设达标', type: 'flag' },
    formalMembersStated: { label: '表列正式党员', type: 'count', unit: '名', help: '只用来与各企业之和核对' },
    probationaryStated: { label: '表列预备党员', type: 'count', unit: '名' },
    orgSector: { label: '党组织类型', type: 'choice', options: orgSectors, help: '考核汇总用；空白时看所覆盖企业的类别' },
    localIndustry: {
      label: '行业类别',
      type: 'text',
      max: 40,
      suggestedBy: 'localIndustries',
      help: '考核汇总用；空白时取所覆盖企业共同的本地行业分类',
    },
    unverified: { label: '待核实', type: 'flag', required: true },
    dissolvedOn: { label: '撤销时间', type: 'date', past: true },
    dissolveReason: { label: '撤销原因', type: 'text', max: 200 },
  },
  title: ['name'],
  order: { field: 'name', descending: false },
})

/** 党组织覆盖关系 (docs/domain.md 9.4). */
export const coverageRecord = defineRecord({
  label: '党组织覆盖关系',
  fields: {
    partyOrgId: { label: '党组织', type: 'ref', to: 'partyOrg', required: true },
    enterpriseId: { label: '企业', type: 'ref', to: 'enterprise', required: true },
    since: { label: '覆盖起', type: 'date' },
    until: { label: '覆盖止', type: 'date' },
    note: { label: '备注', type: 'text', max: 200 },
  },
  title: ['partyOrgId', 'enterpriseId'],
  order: { field: 'since', descending: true },
  unique: {
    fields: ['enterpriseId'],
    whileBlank: 'until',
    at: 'enterpriseId',
    message: '这家企业已由别的党组织覆盖，请先结束那边的覆盖',
  },
})
