import {
  deliveryStates,
  enterpriseTypes,
  industries,
  jointBases,
  operatingStatuses,
  orgModes,
  orgTypes,
  secretarySources,
  sectors,
  unbuiltReasons,
} from '../../../shared/domain/valueDomain'
import { nationalWords, wordLists, type OwnWords, type WordList } from '../../../shared/domain/ownWords'
import { wordKey } from '../text/wordKey'
import { formDomainSynonyms, formDomainValues } from './formDomains'
import type { FieldKind, WordDomain } from './importField'
import type { ReadingWords } from './readingWords'

/** Spellings accepted for a stored value beside the value itself (docs/domain.md, value domains and synonyms). */
const synonyms: Record<WordDomain, readonly (readonly [value: string, accepted: string])[]> = {
  enterpriseType: [
    ['私营企业', '私营独资企业 私营合伙企业 私营有限责任公司 私营股份有限公司 有限责任公司 股份有限公司 有限公司 个人独资企业 个人独资 自然人独资 自然人投资或控股 个人企业 民营企业 民营 私营 私企 01'],
    ['港澳台商投资企业', '港澳台合伙制企业 港澳台资 合资(港澳台) 港澳台商独资 港澳台 02'],
    ['外商投资企业', '外资 外资企业 中外合资 外商独资 中外合资企业 03'],
    ['其他非公企业', '其他 混合所有制(民营控股) 其他企业'],
    ['农民专业合作社', '专业合作社 合作社'],
    ['个体工商户', '个体户 个体'],
  ],
  industry: industries.flatMap(({ code, name }) => [
    [name, code] as const,
    [name, `${code}${name}`] as const,
    [name, `${code}.${name}`] as const,
    [name, name.replace(/[、和]/g, '')] as const,
    ...(name.endsWith('业') ? [[name, name.slice(0, -1)] as const] : []),
  ]).concat([
    ['农林牧渔业', '农、林、牧、渔业 农业 林业 畜牧业 渔业'],
    ['制造业', '工业 加工业'],
    ['电力热力燃气及水', '电力、热力、燃气及水生产和供应业 电力热力燃气及水生产和供应业 电力、燃气及水的生产和供应业'],
    ['批发和零售业', '批发零售业 批发业 零售业 商贸业 批发和零售 批发零售'],
    ['交通运输、仓储和邮政业', '交通运输业 物流业 运输业 仓储业 交通运输'],
    ['住宿和餐饮业', '餐饮业 住宿业 住宿餐饮业 住宿餐饮'],
    ['信息传输、软件和信息技术服务业', '信息技术业 软件业 信息传输、计算机服务和软件业 信息技术服务业 软件和信息技术服务业'],
    ['租赁和商务服务业', '商务服务业 租赁商务服务业'],
    ['科学研究和技术服务业', '科学研究、技术服务业 技术服务业 科研业'],
    ['水利、环境和公共设施管理业', '水利环境业'],
    ['居民服务、修理和其他服务业', '居民服务业 居民服务和其他服务业'],
    ['教育', '教育业 民办学校 民办教育'],
    ['卫生和社会工作', '卫生业 民办医院 卫生'],
    ['文化、体育和娱乐业', '文化体育娱乐业 文体娱乐业'],
  ]),
  operatingStatus: [
    ['正常经营', '正常 在营 在业 开业 存续 正常生产 正常运营 正常生产经营 正常营业 营业中 营业 经营 在册 是 在营(开业)企业 存续(在营、开业、在册)'],
    ['筹建', '筹建中 在建 在建中 未投产 试生产 新设 筹备 筹备中'],
    ['停产停业', '停产 停业 歇业 关停 停工 停业整顿 停产、停业 已停产 已停业 已歇业 停止经营 停止营业 否'],
    ['空壳', '空壳企业 空壳(无场所、无人员) 僵尸 僵尸企业 三无 失联 查无下落 无实体经营 无实际经营 空壳公司'],
    ['吊销未注销', '吊销 吊销,未注销 已吊销'],
    ['已注销', '注销 注销企业'],
    ['迁出', '外迁 搬迁 已迁出'],
    ['合并', '并购 被兼并 兼并 已合并'],
  ],
  orgMode: [
    ['单独组建', '单独建立 单独 单建 独立 独立组建 单独成立'],
    ['联合组建', '联合建立 联合 联建 网格建立 覆盖建立 联合组建:按行业 联合组建:按单位 联合组建:按区域 联合成立'],
  ],
  jointBasis: [
    ['乡镇街道', '区域 按区域 区域联建 乡镇 街道 区域性'],
    ['村(社区)', '村 社区 村社区'],
    ['园区', '开发区 工业园区 园区联建'],
    ['商务楼宇', '楼宇 楼宇联建'],
    ['商业街区(商圈)', '商业街区 商圈 商业街'],
    ['专业市场', '市场'],
    ['网格', '网格建立'],
    ['同行业', '行业 按行业 行业统建 行业性'],
    ['行业协会商会', '行业协会 商会 协会'],
    ['个私协会', ''],
    ['专业合作组织', '专业合作经济组织'],
    ['龙头企业带建', '龙头企业 龙头带建'],
    ['企企联建', '按单位'],
    ['村企联建', ''],
    ['社企联建', ''],
    ['挂靠', '覆盖建立'],
    ['其他', ''],
  ],
  orgType: [
    ['党委', '基层党委 委员会 党委会 611'],
    ['党总支', '党总支部 总支部 总支 党总支委员会 621'],
    ['党支部', '支部 党支 联合党支部 支部委员会 631 632'],
    ['临时党委', '911'],
    ['临时党总支', '临时党总支部 临时总支 921'],
    ['临时党支部', '临时支部 临时联合党支部 931 932'],
    ['特设党支部', '特设支部'],
  ],
  secretarySource: [
    ['内选', '出资人担任 中层管理人员担任 企业内部产生 内部选举 内部选任 企业内选 1'],
    ['下派', '上级党组织选派 选派 挂任 机关下派 上级选派 上级下派'],
    ['外聘', '公开招聘 社会招聘 聘用 外部聘用'],
  ],
  unbuiltReason: [
    ['没有党员', '无党员 没有正式党员'],
    ['党员不足3名', '正式党员不足三人 正式党员不足3名 正式党员不足三名 有党员但不符合建立条件 有党员但不符合条件 党员不足三名 党员不足3人 党员不足三人'],
    ['出资人不支持', '企业出资人不支持'],
    ['上级党组织未及时指导', '未及时指导'],
    ['符合条件待建', '符合条件但尚未建立 应建未建 待建'],
    ['新设立', '新成立 新办'],
    ['经营困难', '经营不善'],
    ['人员流动、关系未转入', '人员流动 关系未转入 人员流动关系未转入'],
    ['其他', '其他原因'],
  ],
  delivery: [
    ['已落实', '√ ✓ ✔ ☑ ● ■ v 是 有 1 已建 已建成 已送 已送达 已配备 已发放 已上墙 已挂牌 已完成 完成 已有 y 对 已'],
    ['共用', '联合党组织共用'],
    ['推进中', '○ o 〇 ◯ 在建 正在 正在建 正在推进 正在建设 正在筹建 建设中 筹建中 进行中 办理中 △'],
    ['未落实', '× ✗ ✘ ☐ □ x 否 无 没有 未有 0 未 未建 未送 未完成 未配备 未挂牌 n'],
    ['需更换', '更换'],
    ['不适用', '/ - — –'],
  ],
  sector: [
    ['非公企业', '非公有制企业 非公有制经济组织 非公经济组织 非公企业党组织 企业'],
    ['社会组织', '社会组织党组织 民办非企业 社会团体'],
    ['小个专', ''],
  ],
  ...formDomainSynonyms,
}

const values: Record<WordDomain, readonly string[]> = {
  enterpriseType: enterpriseTypes,
  industry: industries.map(({ name }) => name),
  operatingStatus: operatingStatuses,
  orgMode: orgModes,
  jointBasis: jointBases,
  orgType: orgTypes,
  secretarySource: secretarySources,
  unbuiltReason: unbuiltReasons,
  delivery: deliveryStates,
  sector: sectors,
  ...formDomainValues,
}

const tables = new Map<WordDomain, ReadonlyMap<string, string>>()
for (const domain of Object.keys(values) as WordDomain[]) {
  const table = new Map<string, string>()
  for (const value of values[domain]) table.set(wordKey(value), value)
  for (const [value, accepted] of synonyms[domain]) {
    for (const word of accepted.split(' ')) {
      const key = wordKey(word)
      if (key !== '' && !table.has(key)) table.set(key, value)
    }
  }
  tables.set(domain, table)
}

/**
 * The stored value a spelling stands for; null when the domain does not know it. What the district itself calls a word
 * comes before every spelling known elsewhere, and what somebody explained before what is generally meant.
 */
export function wordValue(domain: WordDomain, text: string, own: ReadingWords = nationalWords): string | null {
  const table = tables.get(domain)
  const key = wordKey(text)
  const bare = key.replace(/^\d+[.、]?(?=\D)/, '')
  const called = ownTable(own).get(domain)
  return called?.get(key) ?? own.taught?.get(domain)?.get(key) ?? called?.get(bare) ?? table?.get(key) ?? table?.get(bare) ?? table?.get(bare.replace(/\([^()]*\)$/, '')) ?? wordByPattern(domain, bare)
}

const ownTables = new WeakMap<OwnWords, ReadonlyMap<string, ReadonlyMap<string, string>>>()

/** By domain, which bears the name of its list: the key of what a district calls a word → the word. */
function ownTable(own: OwnWords): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const known = ownTables.get(own)
  if (known) return known
  const lists = (Object.keys(wordLists) as WordList[]).map((list) => {
    const words = Object.entries(own[list]).map(([word, called]) => [wordKey(called), word] as const)
    return [list, new Map(words)] as const
  })
  const table = new Map(lists)
  ownTables.set(own, table)
  return table
}

/** What free wordings of a domain come down to; the first that matches, and only where one reading is left. */
const patterns: Partial<Record<WordDomain, readonly (readonly [is: RegExp, value: string])[]>> = {
  orgMode: [
    [/^(?:单独|单建|独立)(?!.*联)/, '单独组建'],
    [/^(?:[^单独]{0,3})联(?:合|建)(?!.*单独)/, '联合组建'],
  ],
  orgType: [
    [/^(?:基层|中共|联合|单独)?(?:党)?总支(?:部)?(?:委员会)?$/, '党总支'],
    [/^(?:基层|中共|联合|单独)?(?:党)?支部(?:委员会)?$/, '党支部'],
    [/^(?:基层|中共)?(?:党委|委员会)$/, '党委'],
  ],
  unbuiltReason: [
    [/^(?:企业)?(?:暂)?(?:无|没有)(?:正式)?(?:中共)?党员$/, '没有党员'],
    [/^(?:正式|企业)?党员(?:人数|数量|数)?(?:不足|不够|少于|未达到?)(?:[3三][名人个])?$|^(?:只|仅)有?[12一二两][名个]?(?:正式)?党员$/, '党员不足3名'],
    [/^(?:正在|拟|计划|准备)(?:筹建|组建|筹备|建立)(?:中)?$/, '符合条件待建'],
  ],
}

function wordByPattern(domain: WordDomain, key: string): string | null {
  return patterns[domain]?.find(([is]) => is.test(key))?.[1] ?? null
}

/** Company forms that mean the enterprise is none of ours (V-08). */
export function isStateOwned(text: string): boolean {
  return /^(国有|集体|国有独资|国有控股|全民)/.test(wordKey(text))
}

const yes = new Set(['是', '有', '已', '已建', '已建立', '已有', '已组建', '已成立', '建立', '组建', '成立', '对', '●', '■', 'v', 'r', '√', '✓', '✔', '☑', 'y', 'yes', '1', '中共党员', '党员', '组织覆盖', 'true', '有组织', '规上', '规模以上'])
const no = new Set(['否', '无', '未', '未建', '未建立', '未有', '未组建', '未成立', '尚未建立', '没有', '☐', '□', '×', '✗', '✘', 'x', 'n', 'no', '0', '群众', '非党员', '工作覆盖', '未覆盖', 'false', '不是', '规下', '规模以下', '非规上', '无党派', '无党派人士', '民主党派', '团员', '共青团员'])

/** The stored values of a closed list. */
export function wordsOf(domain: WordDomain): readonly string[] {
  return values[domain]
}

/** 是/否 and ticks; undefined when the word is neither. */
export function flagValue(text: string, { taught }: ReadingWords = nationalWords): boolean | undefined {
  const key = wordKey(text)
  const explained = taught?.get('flag')?.get(key)
  if (explained !== undefined) return explained === '是'
  for (const word of [key, key.replace(/\([^()]*\)$/, '')]) {
    if (yes.has(word)) return true
    if (no.has(word)) return false
  }
  if (wordValue('orgMode', key) !== null || /人大代表|政协委员|党代表/.test(key)) return true
  return undefined
}

/** Whether a text is one of the words a kind of field knows: a leaf of a √ matrix, a value that tells what its column is. */
export function isWordOf(kind: FieldKind, text: string, own: ReadingWords): boolean {
  if (kind.type === 'word') return wordValue(kind.domain, text, own) !== null
  return kind.type === 'flag' && flagValue(text, own) !== undefined
}

/** Signs that mean "nothing stated": blank, dashes, a slash. */
export function isBlankSign(text: string): boolean {
  return /^[-－—–―/／\\·.。\s]*$/.test(text)
}
