/** Words around failures; the sentence for each failure code is shared/text/failureSentence. */
export const failureText = {
  title: '出错了',
  screen: '界面出现意外错误。数据没有受影响，可以返回首页继续；若反复出现，请复制诊断信息交给技术人员。',
  copyDiagnosis: '复制诊断信息',
  copied: '诊断信息已复制',
  close: '关闭',
  retry: '重试',
  connectionLost: '与台账程序的连接已断开，暂时不能读取和保存。请确认程序仍在运行；程序重新启动后，从它给出的地址重新打开本页。',
} as const
