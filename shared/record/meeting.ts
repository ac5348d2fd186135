import { defineRecord } from './field'

/** 联席会议. */
export const meetingRecord = defineRecord({
  label: '联席会议',
  fields: {
    heldOn: { label: '会议日期', type: 'date', required: true },
    topic: { label: '议题', type: 'text', max: 100, required: true },
    place: { label: '地点', type: 'text', max: 60 },
    host: { label: '主持人', type: 'text', max: 20 },
    attendees: { label: '参会单位', type: 'text', max: 300, multiline: true },
    summary: { label: '会议纪要', type: 'text', max: 1000, multiline: true },
  },
  title: ['heldOn', 'topic'],
  order: { field: 'heldOn', descending: true },
  date: 'heldOn',
})

/** 议定事项: what a meeting decided, or a task given without one; its 督办. */
export const decisionRecord = defineRecord({
  label: '督办事项',
  fields: {
    meetingId: { label: '联席会议', type: 'ref', to: 'meeting' },
    content: { label: '事项', type: 'text', max: 300, multiline: true, required: true },
    unitId: { label: '责任单位', type: 'ref', to: 'unit' },
    responsibleUnit: { label: '责任单位(其他)', type: 'text', max: 40, help: '不是填报单位的，填在这里' },
    responsible: { label: '责任人', type: 'text', max: 20 },
    deadline: { label: '办结期限', type: 'date', required: true },
    state: { label: '办理情况', type: 'choice', options: ['未启动', '办理中', '已办结'], required: true },
    finishedOn: { label: '办结日期', type: 'date', past: true },
    result: { label: '办理结果', type: 'text', max: 500, multiline: true },
  },
  title: ['content'],
  order: { field: 'deadline', descending: false },
  date: 'deadline',
})
