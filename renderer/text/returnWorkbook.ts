/** Words of 退回工作簿 in the preview of an import. */
export const returnText = {
  one: '退回工作簿',
  several: (count: number) => `退回工作簿(${count} 个文件)`,
  note: '在原表上写明每行的问题，发回报送单位改好后可直接导入；台账不会改动',
  working: '正在生成退回工作簿',
  workingNote: '个文件',
  stop: '停止',
  stopped: '已停止，没有生成文件',
  saved: (fileName: string, problems: number) => `已下载：${fileName}，标出 ${problems} 处问题`,
  copied: (count: number) => `其中 ${count} 个不能在原文件上写，已另存为只有表内容的 .xlsx`,
  copiedOne: '这种文件不能在原文件上写，已另存为只有表内容的 .xlsx',
  unprotected: '退回的工作簿没有打开密码',
  gone: (name: string) => `“${name}”在选择之后被改动或移走，读不到了，没有生成退回工作簿。请返回重新选择它。`,
} as const
