/** Everything the desktop door itself says, in its menu and its dialogs. */
export const desktopText = {
  title: '双覆盖台账',

  menu: {
    file: '文件',
    openDataFolder: '打开数据文件夹',
    quit: '退出',
    edit: '编辑',
    undo: '撤销',
    redo: '重做',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    selectAll: '全选',
    view: '视图',
    reload: '重新载入界面',
    zoom: (factor: number) => `字号 ${Math.round(factor * 100)}%`,
    fullScreen: '全屏',
    developerTools: '开发者工具',
    help: '帮助',
    about: '关于双覆盖台账',
  },

  about: {
    heading: (version: string) => `双覆盖台账 ${version}`,
    offline: '本程序不连接网络，全部数据只存放在本机。',
    dataFolder: (folder: string) => `数据文件夹：${folder}`,
    copy: '复制以上内容',
    close: '关闭',
  },

  refusal: {
    heading: '台账没有打开',
    quit: '退出',
    retry: '重试',
    openDataFolder: '打开数据文件夹',
  },

  unsaved: {
    heading: '有内容尚未保存',
    detail: '现在离开，尚未保存的内容会丢失；已保存的数据不受影响。',
    stay: '继续填写',
    leave: '不保存，离开',
  },

  pageLost: {
    heading: '界面意外关闭',
    detail: '已保存的数据不受影响，正在填写而未保存的内容可能丢失。',
    reload: '重新载入',
    quit: '退出',
  },

  download: {
    title: '保存到',
    refusedHeading: '没有保存该文件',
    refused: (fileName: string) => `「${fileName}」不是本程序导出的文件类型，已拒绝保存。`,
    failedHeading: '文件没有保存成功',
    failed: (fileName: string) =>
      `「${fileName}」没有写入。台账数据不受影响。如果同名文件正在 WPS 或 Excel 中打开，请先关闭，或换一个文件名再导出；也请检查磁盘空间。`,
    ok: '知道了',
  },

  options: {
    missingFolder: '选项 --data 后面缺少文件夹。',
    demoWithData: '--demo 使用临时文件夹，不能与 --data 同时使用。',
  },

  sampleRefused: (sentence: string) => `示例数据没有导入：${sentence}`,
} as const
