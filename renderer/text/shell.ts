/** Words of the frame around every page. */
export const shellText = {
  productName: '双覆盖台账',
  skipToContent: '跳到主要内容',
  navigation: '主导航',
  pages: { home: '首页', ledger: '企业台账', import: '导入', statistics: '统计', setup: '单位设置' },
  windowTitle: (page: string, office: string | null) => [page, office, '双覆盖台账'].filter(Boolean).join(' - '),
  demo: '演示数据，关闭后清除',
  about: '关于',
  aboutFacts: { version: '版本', dataFolder: '数据文件夹', enterprises: '台账企业', units: '填报单位' },
  enterprises: (count: number) => `${count} 家`,
  units: (count: number) => `${count} 个`,
  aboutNote: '本程序不联网，数据只保存在上面的文件夹里。不得录入、存储涉密信息。',
  editUnits: '修改名称和填报单位',
  copyPath: '复制路径',
  pathCopied: '路径已复制',
  shortcuts: '快捷键',
  opening: '正在打开台账……',
} as const

export const shortcutList: readonly { keys: string[]; does: string }[] = [
  { keys: ['Ctrl', 'F'], does: '转到本页的搜索框' },
  { keys: ['Ctrl', '1 … 4'], does: '首页、企业台账、导入、统计(浏览器占用时用 Alt)' },
  { keys: ['F1'], does: '打开这份快捷键说明' },
  { keys: ['Esc'], does: '关闭侧栏、弹窗' },
  { keys: ['↑ ↓ ← →'], does: '台账中移动单元格' },
  { keys: ['Home / End'], does: '台账中到行首、行尾；加 Ctrl 到首行、末行' },
  { keys: ['Page Up / Down'], does: '台账中上翻、下翻一页' },
  { keys: ['Enter'], does: '台账中打开所在行的企业明细' },
  { keys: ['Ctrl', 'C'], does: '台账中复制当前单元格' },
]
