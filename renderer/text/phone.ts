/** Words about telephones that are hidden. */
export const phoneText = {
  show: '显示电话',
  hide: '隐藏电话',
  showNote: '显示完整的电话，记入操作日志；关闭程序后重新隐藏',
  hideNote: '重新显示为 138****0000',
  export: '导出时隐藏电话',
  paper: '隐藏电话',
  exportNote: '导出的表里电话写成 138****0000；再导入时不会改动台账里的号码',
} as const
