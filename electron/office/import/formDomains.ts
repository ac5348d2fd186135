import { assignmentStates } from '../../../shared/domain/assignmentState'
import { deliveryItems } from '../../../shared/domain/valueDomain'
import { recordDefinitions } from '../../../shared/record/recordKind'
import type { FormDomain } from './importField'

const { liaison, visit, secretaryTerm, fundEntry } = recordDefinitions

/** Stored values of the words that only the forms F03 to F12 state, in the order they are shown. */
export const formDomainValues: Record<FormDomain, readonly string[]> = {
  liaisonKind: liaison.fields.kind.options,
  fullTime: ['专职', '兼职'],
  liaisonLevel: liaison.fields.level.options,
  assignmentState: assignmentStates,
  visitMode: visit.fields.mode.options,
  resolution: visit.fields.resolution.options,
  gender: ['男', '女'],
  secretaryIdentity: secretaryTerm.fields.identity.options,
  fundDirection: fundEntry.fields.direction.options,
  fundUse: fundEntry.fields.use.options,
  deliveryItem: deliveryItems.map(({ key }) => key),
}

/** Spellings accepted for them (docs/domain.md 10). */
export const formDomainSynonyms: Record<FormDomain, readonly (readonly [value: string, accepted: string])[]> = {
  liaisonKind: [
    ['指导员', '党建工作指导员 党建指导员 党建指导 政治指导员 县级党建指导员 县级指导员 派驻指导员 选派指导员'],
    ['联络员', '党建工作联络员 党建联络员 区级联络员 政治联络员 党建联系人 联系人 包联干部'],
  ],
  fullTime: [['专职', '全职 是'], ['兼职', '非专职 否']],
  liaisonLevel: [
    ['区级', '区 县级 县 县(区)级 区(县)级 区县级 县区级 市级 区直 县直 区派 县级党建指导员 区级联络员'],
    ['乡镇街道级', '乡镇(街道)级 乡镇街道 乡镇级 街道级 镇级 乡级 乡镇 街道 镇街级 镇街 乡镇(街道)'],
    ['其他', '村级 社区级 村(社区)级'],
  ],
  assignmentState: [
    ['在岗', '在职 在任 是 启用 正常 √ 在岗在位 在册 有效'],
    ['期满', '届满 到期 已期满 已到期 结束 已结束 任期届满'],
    ['调整', '已调整 调离 已调离 调岗 更换 已更换 调出 变更'],
    ['停用', '否 × 停 已停用 不在岗 离岗 离职 退休 免去'],
  ],
  visitMode: [
    ['实地', '实地走访 上门 上门走访 入企 到企 进企 现场 现场走访 入户 走访 实地指导 面对面'],
    ['电话', '电话联系 电话走访 打电话 致电 电话沟通'],
    ['线上', '微信 网络 线上联系 微信联系 视频 网上 线上走访 微信群'],
    ['座谈', '座谈会 会议 座谈交流 召开座谈会'],
  ],
  resolution: [
    ['未解决', '未办结 没有解决 否 × 未销号 待解决 未办理 未整改 未完成'],
    ['正在解决', '正在办理 解决中 办理中 推进中 正在整改 整改中 ○ 处理中 正在推进 正在处理'],
    ['已解决', '已办结 解决 是 √ 已销号 销号 已整改 整改到位 已完成 办结 完成 已答复 现场解决 当场解决'],
  ],
  gender: [['男', '男性 m'], ['女', '女性 f']],
  secretaryIdentity: [
    ['出资人', '企业主 业主 投资人 董事长 法定代表人 法人 老板 企业出资人 出资人担任'],
    ['高管', '高级管理人员 高层管理人员 总经理 副总经理 经理层 企业高管 高层'],
    ['中层管理人员', '中层 中层干部 部门负责人 管理人员 中层管理人员担任 部门经理'],
    ['一般职工', '职工 员工 普通职工 一般员工 普通员工 一线职工'],
    ['机关选派干部', '机关干部 选派干部 下派干部 机关 上级选派 选派'],
    ['村(社区)干部', '村干部 社区干部 村社区干部 社区工作者'],
    ['其他', '其他人员 其他人员担任'],
  ],
  fundDirection: [['收入', '收 进账 入账 拨入 入 收款'], ['支出', '支 出账 使用 开支 出 付款 支付']],
  fundUse: [
    ['教育培训', '党员培训 培训 党员教育培训 教育训练 学习培训'],
    ['资料及设备', '教育资料及设备 资料 设备 图书资料 订阅报刊 报刊 学习资料'],
    ['会议和活动', '活动 会议 活动经费 主题党日 组织活动 党组织活动'],
    ['表彰奖励', '表彰党组织 表彰党务工作者 表彰 奖励 表彰党员 表彰先进'],
    ['困难慰问补助', '党员生活补助 困难补助 慰问 补助 走访慰问 困难党员补助 慰问困难党员'],
    ['阵地建设修缮', '基础设施 阵地建设 活动场所建设 场所建设 修缮 阵地'],
    ['工本耗材', '耗材 工本费 办公用品 办公耗材 办公费'],
    ['其他', '其他支出'],
  ],
  deliveryItem: [
    ['room', '党员活动室 活动室 建一个党员活动室 建活动室 活动场所'],
    ['board', '党建宣传专栏 宣传专栏 宣传栏 建一个党建宣传专栏 专栏'],
    ['rules', '党建工作制度 制度 工作制度 建一套党建工作制度 制度上墙'],
    ['plaque', '党组织牌匾 牌匾 牌子 送一块党组织牌匾 标牌 党组织标牌'],
    ['flag', '党旗 送一面党旗'],
    ['books', '党建图书 图书 书籍 送一套党建图书 党建书籍 学习书籍'],
  ],
}
