import { unitKinds } from '../domain/valueDomain'
import { defineRecord } from './field'

/** 填报单位 (docs/domain.md 9.1). */
export const unitRecord = defineRecord({
  label: '填报单位',
  fields: {
    name: { label: '单位名称', type: 'text', max: 40, required: true },
    shortName: { label: '简称', type: 'text', max: 12 },
    aliases: { label: '别名', type: 'list', max: 40, help: '导入时按这些写法也认作本单位，一行一个' },
    kind: { label: '单位类别', type: 'choice', options: unitKinds, required: true },
    code: { label: '行政区划代码', type: 'text', max: 12 },
    contactName: { label: '联系人', type: 'text', max: 20 },
    contactPhone: { label: '联系电话', type: 'phone' },
    sortNo: { label: '排列顺序', type: 'count', min: 1, required: true },
    active: { label: '启用', type: 'flag', required: true, help: '撤并的单位停用，历史数据保留' },
  },
  title: ['name'],
  order: { field: 'sortNo', descending: false },
  unique: { fields: ['name'], at: 'name', message: '已有同名的单位' },
})
