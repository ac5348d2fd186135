import type { ImportField } from './importField'

interface HeaderPattern {
  field: ImportField
  /** Matches a header key without brackets (`headerKeys`). */
  is: RegExp
  not?: RegExp
}

const phone = '(?:联系)?(?:电话|手机|方式|号码|手机号)'

/**
 * Columns that look like one of ours and are not: counts of events, money spent, facts of a person, another year,
 * another person's.
 */
const foreign = /身份证|证件号|性别|年龄|学历|民族|籍贯|出生|次数|频次|比例|占比|率$|副书记|第一书记|第一支部|主管部门|^近.年|党费|经费|面积/

/** Ordered: the first that matches wins, so whom a column speaks of stands before what it says. */
const patterns: readonly HeaderPattern[] = [
  { field: 'liaisonPhone', is: new RegExp(`(?:指导员|联络员|(?:包联|包保|挂联|联系)干部).*${phone}`), not: /企业联络员/ },
  { field: 'liaisonEmployerPost', is: /(?:指导员|联络员|(?:包联|包保|挂联|联系)干部).*(?:单位|职务|部门)/, not: /企业联络员/ },
  { field: 'hasLiaison', is: /(?:是否|有无).*(?:指导员|联络员)$/ },
  { field: 'liaisonName', is: /^.{0,6}(?:指导员|联络员|(?:包联|包保|挂联|联系)干部)(?:[/、]?联络员)?(?:姓名|名单)?$/, not: /^企业联络员/ },

  { field: 'ownerIsSecretary', is: /(?:出资人|企业主|业主|负责人|兼任).*(?:兼任|担任|是).*书记/ },
  { field: 'secretaryPhone', is: new RegExp(`书记.*${phone}|党组织负责人.*${phone}`) },
  { field: 'secretarySource', is: /书记.*(?:来源|产生|选配|选任)/ },
  { field: 'secretaryPost', is: /书记.*(?:职务|身份)/ },
  { field: 'secretaryName', is: /^(?:现任|企业|党组织|党支部|支部|党总支|党委)*(?:书记|支书|党(?:组织|支部|总支)负责人)(?:的?(?:姓名|名字|名称))?$/ },

  { field: 'legalRepIsMember', is: /(?:法人|法定代表人).*(?:党员|政治面貌)/ },
  { field: 'legalRepPhone', is: new RegExp(`(?:法人|法人代表|法定代表人).*${phone}`) },
  { field: 'legalRepName', is: /^(?:企业|单位|公司)?(?:法人|法人代表|法定代表人)(?:的?姓名|名称)?$/ },

  { field: 'ownerIsMember', is: /(?:出资人|企业主|业主|负责人|董事长|经营者|实际控制人).*(?:党员|政治面貌)/, not: /党组织负责人/ },
  { field: 'ownerName', is: /^(?:主要|企业|单位|公司)*(?:出资人|投资人|业主|老板|实际控制人|负责人|董事长|总经理|经营者)(?:[/、].*)?(?:姓名)?$/ },

  { field: 'contactPhone', is: new RegExp(`^(?:企业|单位|公司|固定|办公)?(?:联系人|联络人|联络员)?的?${phone}$`) },
  { field: 'contactName', is: /^(?:企业|单位|公司|业务)?方?(?:联系人|联络人)员?(?:姓名)?$|^企业联络员$/ },

  { field: 'unbuiltReason', is: /(?:未|没有).{0,2}(?:建|成立|组建|建立).{0,8}(?:原因|理由)/ },
  { field: 'plannedFoundingOn', is: /(?:拟|计划|预计)(?:组建|成立|建立|建).*(?:时间|日期|年月)/ },
  { field: 'termEndsOn', is: /届满|到期(?:时间|日期)|应换届|下(?:次|届|一届)换届/ },
  { field: 'lastElectionOn', is: /换届.*(?:时间|日期|年月)/, not: /拟|计划|预计/ },
  { field: 'orgFoundedOn', is: /(?:党组织|支部|党委|党总支).*(?:成立|建立|组建|设立|批准|批复).{0,2}(?:时间|日期|年月)$|^(?:组建|批准|批复)(?:成立|建立)?(?:时间|日期|年月)$/, not: /拟|计划|预计|企业成立/ },
  { field: 'establishedOn', is: /^(?:企业|公司|单位)?(?:成立|创办|开办|开业|设立|注册)(?:时间|日期|年月|年份)$/ },
  { field: 'orgFoundedOn', is: /^(?:成立|建立)党组织.*(?:时间|日期|年月)$/ },

  { field: 'parentOrgName', is: /(?:上级|隶属|主管|归属).{0,6}(?:党委|党组织|党工委|党总支|党组|工委)(?:名称|全称)?$/ },
  { field: 'jointBasis', is: /(?:联合|联建).*(?:类型|方式|形式|依托)$/, not: /单独|单建/ },
  { field: 'orgMode', is: /(?:组建|建立|成立|设立|覆盖)(?:方式|形式|模式)$|组建类型|^单独(?:组建|建立)?[或、/]?联合(?:组建|建立)?$|^单建[或、/]?联建$|^建制方式$/ },
  { field: 'hasPartyOrg', is: /^(?:是否|有无).{0,8}(?:党组织|党支部)$|^党组织(?:是否)?(?:已)?(?:组建|建立|成立|覆盖)(?:与否|情况)?$|^(?:建立|组建|成立)党组织(?:情况|与否)?$|^党组织有无$|^是否建党$/ },
  { field: 'orgType', is: /^(?:党组织|组织|支部).*(?:类别|级别|建制|层级)$|设置(?:形式|类别)$/ },
  { field: 'partyOrgName', is: /(?:党组织|党支部|支部|党总支|党委)(?:名称|全称)$|^(?:所在|所属)(?:党)?(?:总)?支部$/, not: /上级|隶属/ },

  { field: 'admittedThisYear', is: /(?:本年|当年|今年|年度)(?:度)?(?:新)?发展(?:新)?党员/ },
  { field: 'membersRegisteredElsewhere', is: /组织关系(?:不在|未转入|在外)/ },
  { field: 'membersRegisteredHere', is: /组织关系(?:已)?(?:在|转入)(?:本)?(?:企业|单位)/ },
  { field: 'fullTimePartyWorkers', is: /^(?:其中:?)?专职党务(?:工作者|干部|工作人员)(?:人数|数|数量)?$|^党务(?:工作者|干部|工作人员)(?:情况|人数)?(?:其中:?)?专职(?:人数|数)?$/ },
  { field: 'partyWorkers', is: /^(?:企业)?党务(?:工作者|干部|工作人员)(?:情况)?(?:企业党务工作者)?(?:总)?(?:人数|总数|数|数量)?$/ },
  { field: 'activists', is: /^(?:其中:?)?(?:培养)?(?:入党)?积极分子(?:人数|数|数量)?$/ },
  { field: 'probationaryMembers', is: /^(?:其中:?)?(?:中共)?预备(?:党员)?(?:人数|数|数量)?$/ },
  { field: 'floatingMembers', is: /^(?:其中:?)?(?:流动|流入)党员(?:人数|数|数量)?$/ },
  { field: 'formalMembers', is: /^(?:其中:?)?(?:现有|企业|单位|在册|中共|正式)*党员(?:总)?(?:人数|总数|数|数量|名数)$|^(?:在册|现有|正式)?党员$/ },

  { field: 'hasUnion', is: /^(?:是否|有无)?(?:建立|成立|组建|建有|有)?工会(?:组织)?(?:建立|组建|成立)?(?:情况)?$/ },
  { field: 'hasLeague', is: /^(?:是否|有无)?(?:建立|成立|组建|建有|有|建)?(?:共青团|团组织|团支部|共青团组织|团)(?:建立|组建|成立)?(?:情况)?$/ },
  { field: 'hasWomenOrg', is: /^(?:是否|有无)?(?:建立|成立|组建|建有|有)?(?:妇联|妇联组织|妇女组织|妇女小组|妇委会)(?:建立|组建|成立)?(?:情况)?$/ },

  { field: 'delivery.room', is: /^(?:是否|有无|送?建)?(?:有)?(?:一个)?(?:党员)?活动室(?:建设)?(?:情况)?$/ },
  { field: 'delivery.board', is: /^(?:是否|有无|建)?(?:有)?(?:一个)?(?:党建宣传|宣传|党建)(?:专栏|栏)$/ },
  { field: 'delivery.rules', is: /^(?:建)?(?:一套)?(?:党建)?(?:工作)?制度(?:上墙|建设)?$/ },
  { field: 'delivery.plaque', is: /^(?:赠|送)?(?:一块)?(?:党组织|党支部)?(?:牌匾|标牌|标识牌)$/ },
  { field: 'delivery.flag', is: /^(?:赠|送)?(?:一面)?党旗$/ },
  { field: 'delivery.books', is: /^(?:赠|送)?(?:一套)?(?:党建|党员|学习)?(?:图书|书籍|读物|书刊)$/ },
  { field: 'goal.place', is: /^有(?:场所|阵地)$/ },
  { field: 'goal.effect', is: /^有作用发挥$|^作用发挥好?$/ },

  { field: 'creditCode', is: /(?:统一|社会|企业)信用(?:统一)?(?:代码|编码)|^信用代码|营业执照.*代码/ },
  { field: 'registeredAddress', is: /^(?:企业|工商)?(?:注册|登记)地(?:址)?$/ },
  { field: 'businessAddress', is: /^(?:企业|单位|公司)?(?:详细|具体|实际|生产|办公|经营)*(?:地址|地点|场所|住址)$|^企业所在地$/ },
  { field: 'enterpriseType', is: /^(?:企业|公司|登记|注册|市场主体|主体)(?:登记|注册|经济|所有制)?(?:类型|性质|类别)$/ },
  { field: 'industry', is: /^(?:企业)?(?:所属|所在|所处|从事|主要|国民经济)?行业(?:领域|门类|类别|分类|类型|名称|大类)?$/ },
  { field: 'operatingStatus', is: /^(?:企业|目前|当前)*(?:生产)?(?:经营|营业|开业|运营|运行|存续|登记|生产)(?:的)?(?:状态|状况|情况)$|是否正常(?:生产)?(?:经营|运营|营业)/ },
  { field: 'isAboveScale', is: /^(?:是否)?(?:为|属于|是)?(?:规模以上|规上|四上|规模)(?:企业|工业企业)?(?:[/、]?规下)?$/ },
  { field: 'employees', is: /^(?:企业|单位|公司|现有|在岗|在职)*(?:职工|员工|从业人员|从业|用工)(?:总)?(?:人数|总数|数|数量|人员数|总人数|规模)$|^(?:职工|员工)$/ },
  { field: 'annualRevenue', is: /^(?:\d{4}年度?|上年度?|年度|年)*(?:主营业务|主营)?(?:营业收入|业务收入|营业额|销售收入|销售额|营收)$|^年收入$/ },
  { field: 'registeredCapital', is: /^注册(?:资本|资金)(?:金|额)?$/ },
  { field: 'unitName', is: /^(?:企业|所属|所在|隶属|属地|上报|填报)*(?:乡镇|镇街|街镇|街道|镇|乡)(?:[/、]?(?:街道|镇|乡|办|园区|开发区))*(?:名称)?$/ },
  { field: 'placeName', is: /^(?:企业)?(?:所属|所在|座落|坐落)?(?:的)?(?:(?:行政)?村居?|社区|园区|楼宇|商圈|市场|[/、或])+(?:名称)?$/, not: /^村$|^市场$/ },
  { field: 'enterpriseName', is: /^(?:.{0,6}(?:企业|公司|主体|经济组织|两新组织|非公组织|个体户|个体工商户))(?:单位)?(?:的)?(?:名称|全称|名单)$|^(?:企业|公司)$/, not: /党|上级|楼宇|园区|主管|工会|关联|牵头|联合|合作|母公司|集团/ },
  { field: 'note', is: /^(?:备注|其他|其它).*(?:说明|情况|事项)$|^备注/ },
]

/** The field a header's wording points to, for wordings no list carries; null when nothing or too little does. */
export function fieldByPattern(key: string): ImportField | null {
  if (foreign.test(key)) return null
  return patterns.find(({ is, not }) => is.test(key) && !not?.test(key))?.field ?? null
}
