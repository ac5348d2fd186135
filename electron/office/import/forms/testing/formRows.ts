import type { FormRow } from '../../../forms/formRow'
import type { ReadForm } from '../formFields'

/** One filled row of every form, every column stated. All names are invented. */
export const fullRows: Record<ReadForm, FormRow> = {
  F03: {
    unitName: '甲街道', parentOrgName: '中共甲街道工作委员会', partyOrgName: '中共甲公司支部委员会', orgCode: '0631001', orgType: '党支部', orgMode: '联合组建',
    jointBasis: '商务楼宇', coveredCount: 2, coveredEnterprises: '甲公司、乙公司', orgFoundedOn: '2019-03', approvalNo: '甲组发〔2019〕3号', orgFormalMembers: 7,
    orgProbationaryMembers: 1, secretaryName: '李四', deputySecretaries: 1, committeeSize: 3, lastElectionOn: '2025-03-01', termYears: 3, termEndsOn: '2028-03-01',
    electionState: '正常', orgContactName: '王五', orgContactPhone: '0531-88880000', placeArea: 35.5, orgGrade: 'A类示范', note: '重点',
  },
  F04: {
    liaisonName: '赵六', liaisonKind: '党建工作指导员', liaisonFullTime: '专职', liaisonEmployer: '甲街道党建办', liaisonPost: '组织委员', liaisonHomeOrg: '甲街道机关党支部',
    liaisonPhone: '13800138000', liaisonLevel: '乡镇(街道)级', unitName: '甲街道', enterpriseName: '甲公司', hasPartyOrg: false, assignedFrom: '2025-01-01',
    assignedTo: '2026-12-31', visitFrequency: '每月2次', assignmentState: '在岗', note: '第二批',
  },
  F05: {
    visitedOn: '2026-05-06', liaisonName: '赵六', unitName: '甲街道', enterpriseName: '甲公司', visitMode: '实地', metPersons: '总经理', visitContent: '宣传政策\n了解党员情况',
    problem: '缺活动场所', measure: '与乙公司共用', responsible: '赵六', deadline: '2026-08-01', resolution: '正在解决', resolvedOn: null, suggestion: '多组织活动', note: '无异常',
  },
  F06: {
    unitName: '甲街道', enterpriseName: '甲公司', creditCode: '91000000MA00000157', isAboveScale: true, employees: 60, formalMembers: 4, probationaryMembers: 1, activists: 2,
    unbuiltKind: '应建未建', unbuiltReason: '出资人不支持', plannedMeasure: '上门动员', plannedMode: '单独组建', plannedFoundingOn: '2026-09', responsibleUnit: '甲街道党工委',
    responsible: '钱七', liaisonName: '赵六', progress: '筹备', note: '已约谈',
  },
  F07: {
    unitName: '甲街道', partyOrgName: '中共甲公司支部委员会', orgType: '党支部', coveredCount: 1, secretaryName: '李四', secretaryGender: '男', secretaryBirthMonth: '1980.05',
    secretaryEducation: '大学', secretarySource: '内选', secretaryIdentity: '高管', secretaryPost: '副总经理', secretaryFullTime: '兼职', secretarySince: '2025-03-01',
    secretaryElsewhere: false, secretaryTrainings: 2, secretaryPhone: '13900139000', note: '连任',
  },
  F08: {
    unitName: '甲街道', enterpriseName: '甲公司', partyOrgName: '中共甲公司支部委员会', 'delivery.room.state': '已落实', 'delivery.room.quantity': 30.5, 'delivery.room.doneOn': '2026-03-01',
    'delivery.board.state': '推进中', 'delivery.board.quantity': null, 'delivery.board.doneOn': null, 'delivery.rules.state': '已落实', 'delivery.rules.quantity': 6,
    'delivery.rules.doneOn': '2026-03-02', 'delivery.plaque.state': '未落实', 'delivery.plaque.quantity': null, 'delivery.plaque.doneOn': null, 'delivery.flag.state': '已落实',
    'delivery.flag.quantity': 1, 'delivery.flag.doneOn': '2026-03-03', 'delivery.books.state': '共用', 'delivery.books.quantity': 20, 'delivery.books.doneOn': '2026-03-04',
    deliveryAmount: 1234.5, receiver: '孙八', handler: '周九', note: '分两批送达',
  },
  F09: {
    unitName: '甲街道', enterpriseName: '甲公司', partyOrgName: '中共甲公司支部委员会', goalCheckedOn: '2026-06-20', 'goal.org': true, 'goal.org.evidence': '已建支部', 'goal.place': true,
    'goal.place.evidence': '活动室30㎡', 'goal.fund': false, 'goal.fund.evidence': '未列支', 'goal.activity': true, 'goal.activity.evidence': '主题党日', 'goal.rule': true,
    'goal.rule.evidence': '制度上墙', 'goal.effect': true, 'goal.effect.evidence': '先锋岗', goalCount: 5, goalAll: false, goalRemedy: '落实经费(时限:2026-09-30)', note: '复查',
  },
  F10: {
    occurredOn: '2026-04-01', unitName: '甲街道', payeeName: '中共甲公司支部委员会', fundDirection: '收入', 'fund.in.enterprise': 1000, 'fund.in.refund': 200.5, 'fund.in.fiscal': null,
    'fund.in.other': null, fundUse: null, 'fund.out': null, fundSummary: '年度经费', voucherNo: '0012', handler: '周九', fundBalance: 1200.5, note: '转账',
  },
  F11: {
    itemGroup: '组织建设', itemText: '按期换届', itemMax: 10, itemRule: '届满未换不得分', itemMethod: '查看资料', selfScore: 10, finalScore: 9.5, deductionReason: '资料不全', note: null,
  },
  F11S: {
    unitName: '甲街道', partyOrgName: '中共甲公司支部委员会', orgSector: '非公企业党组织', localIndustry: '药业', scoreQ1: 90, scoreQ2: 92.5, scoreH1: 91.25, scoreQ3: 88, scoreQ4: 95,
    scoreH2: 91.5, scoreYear: 91.38, scoreGrade: '优秀', scoreRank: 1, note: null,
  },
  F12: {
    unitName: '甲街道', partyOrgName: '中共甲公司支部委员会', orgType: '党支部', orgFormalMembers: 7, termYears: 3, lastElectionOn: '2023-03-01', termEndsOn: '2026-03-01', daysToTermEnd: -121,
    electionState: '届满未换', remindedOn: '2025-09-01', remindedBy: '发函', extensionNo: '甲组延〔2026〕1号', extendedTo: '2026-09-01', plannedElectionOn: '2026-08-20', electedOn: null,
    electionMethod: '党员大会', note: '已函告',
  },
}
