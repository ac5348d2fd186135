import type { RecordChange } from '../../../shared/contract/record'
import type { SampleDistrict } from './sampleDistrict'

/** The local word for the industries of the sheets that have one; the rest stays unsaid. */
const localWords: Readonly<Record<string, string>> = {
  制造业: '工业', 建筑业: '建筑业', 批发和零售业: '商贸业', 教育: '民办学校', 卫生和社会工作: '民办医院',
  '居民服务、修理和其他服务业': '服务业', 租赁和商务服务业: '服务业',
}

/** 本地行业分类 of enterprises, from which the assessment says the 行业类别 of their organisations. */
export function sampleIndustries({ enterprises }: SampleDistrict): RecordChange[] {
  return enterprises.flatMap(({ id, values }): RecordChange[] => {
    const localIndustry = localWords[String(values['industry'])]
    return localIndustry === undefined ? [] : [{ kind: 'enterprise', id, values: { localIndustry } }]
  })
}
