/** 动作 of the 操作日志 (docs/domain.md 9.16), in the order a person is offered them. Looking at something is none. */
export const auditActions = [
  '新增', '修改', '删除', '恢复', '合并', '导入', '撤销', '重做', '导出', '打印', '锁定', '更正', '抢救', '查看电话', '口令', '设置',
] as const
export type AuditAction = (typeof auditActions)[number]
