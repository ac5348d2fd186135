import type { Failure, FailureCode } from '../contract/reply'

/**
 * The sentence every door shows for a failure: what happened, what is safe, what to do next.
 * It uses these facts of `details` when they are there: `file` (name of a file), `folder` or `path` (as the person
 * knows it), `version`, `limit` (as text with its unit), and `reason`, a word of `reasonSentences`. Other reasons,
 * such as codes of SQLite or the file system, are for the log and leave the sentence of the code.
 */
export function failureSentence(failure: Failure): string {
  const facts = readFacts(failure)
  const reasons = reasonSentences[failure.code] ?? {}
  const sentence = Object.hasOwn(reasons, facts.reason) ? reasons[facts.reason] : undefined
  return (sentence ?? codeSentences[failure.code])(facts)
}

const anyFile = '该文件'

interface Facts {
  reason: string
  /** The file in 「」 with a word before it, or just "该文件". */
  file: string
  /** The data folder in 「」, or an empty text. */
  folder: string
  version: string
  limit: string
  year: string
  /** What a file that is no table is, a word of `documentKinds`; or an empty text. */
  kind: string
  /** Title of the standard form a file was recognised as, or an empty text. */
  form: string
  unit: string
  /** The record in “”, or 这条记录. */
  record: string
  /** A rule's own sentence, without a full stop. */
  message: string
  /** What kind of record needs this one, and how many of them. */
  by: string
  count: string
  /** Until the next attempt. */
  seconds: string
  reference: string
}

type Sentence = (facts: Facts) => string

function readFacts({ details, reference }: Failure): Facts {
  const text = (...keys: string[]): string => {
    const value = keys.map((key) => details[key]).find((found) => found !== undefined && found !== null && found !== '')
    return value === undefined || value === null ? '' : String(value)
  }
  const file = text('file', 'name')
  const folder = text('folder', 'path')
  return {
    reason: text('reason'),
    file: file ? `文件「${file}」` : anyFile,
    folder: folder ? `「${folder}」` : '',
    version: text('version'),
    limit: text('limit'),
    year: text('year'),
    kind: text('kind'),
    form: text('form'),
    unit: text('unit'),
    record: text('name') ? `“${text('name')}”` : '这条记录',
    message: text('message'),
    by: text('by'),
    count: text('count'),
    seconds: text('seconds'),
    reference: reference ?? '',
  }
}

const codeSentences: Record<FailureCode, Sentence> = {
  invalid: () => '填写的内容不符合要求，没有保存。请按提示改正后再试，已有的数据没有变化。',
  'not-found': () => '要找的记录已不存在，可能刚被删除或合并。其他数据没有变化，请刷新列表后再试。',
  conflict: () => '这些内容在您查看之后已被修改，为避免覆盖，这次没有保存。请刷新后核对最新内容，再重新操作。',
  'in-use': () => '这条记录还被其他记录引用，没有删除。请先改掉引用它的记录，再来删除。',
  'unreadable-file': ({ file }) => `${file}无法读取，没有导入任何内容。请用 WPS 或 Excel 打开检查，另存为 .xlsx 后再试。`,
  'too-large': ({ file, limit }) =>
    `${file}太大${limit ? `（上限 ${limit}）` : ''}，没有导入任何内容。请删去图片和无关的工作表，或拆成几个文件后再试。`,
  locked: ({ folder }) =>
    `数据文件夹${folder}正被另一个台账程序使用。数据没有变化，请先关闭那个程序（包括其他用户登录后打开的），再重新打开。`,
  'read-only': ({ folder }) =>
    `数据文件夹${folder}不能写入，没有保存。已有的数据没有变化，请检查文件夹的权限和写保护，或换一个文件夹。`,
  'disk-full': () => '磁盘空间不足，这次没有保存。之前保存的数据没有变化，请清理磁盘后再试。',
  'newer-database': ({ version }) =>
    `台账数据由更新的版本${version ? `（${version}）` : ''}写成，本程序不能打开。数据没有变化，请安装新版程序后再打开，不要删除数据文件。`,
  'damaged-database': ({ folder }) =>
    `数据文件夹${folder}中的台账数据已损坏，没有打开。程序没有改动它，请先把整个文件夹另外复制一份，再用最近的备份恢复。`,
  'password-needed': ({ file }) =>
    file === anyFile
      ? '台账设了口令，现在是锁定的。数据没有变化，请输入口令打开后再试。'
      : `备份${file}设了另外的口令，没有打开。台账没有变化，请输入做这份备份时台账的口令。`,
  'wrong-password': () => '密码不正确，数据没有变化。请检查大小写和输入法后再试。',
  cancelled: () => '操作已取消，没有写入任何内容。',
  unexpected: ({ reference }) =>
    `程序出现意外错误，这一步没有完成，之前保存的数据没有变化。请重试；若反复出现，请把${
      reference ? `错误编号 ${reference} ` : '操作经过'
    }告诉技术人员。`,
}

const otherDocument =
  '不是表格，而是文字、演示、图片或压缩包一类的文件，没有导入任何内容。请选择其中的表格文件再导入。'

/** What is said of a file that is no table, by what it is. */
const documentKinds: Readonly<Record<string, string>> = {
  word: '其实是文字文档，不是表格，没有导入任何内容。表在文档里的，请把它复制到 WPS 表格或 Excel 中另存，再导入。',
  slides: '其实是演示文稿，不是表格，没有导入任何内容。请确认选对了文件。',
  pdf: '其实是 PDF，不是表格，没有导入任何内容。请向报送单位要表格的原文件，再导入。',
  picture: '其实是图片，不是表格，没有导入任何内容。请向报送单位要表格的原文件，再导入。',
  archive: '其实是压缩包，没有导入任何内容。请先解压，再选择其中的表格。',
  mail: '其实是邮件，没有导入任何内容。请打开邮件，把附件中的表格另存后再导入。',
  uof: '是标文通（UOF）格式的文件，没有导入任何内容。请用 WPS 打开，另存为 .xlsx 后再导入。',
  numbers: '是苹果 Numbers 的表格，没有导入任何内容。请在 Numbers 中导出为 Excel 格式，再导入。',
}

const pause = (seconds: string): string => (Number(seconds) > 0 ? `${seconds} 秒后才能再试。` : '')

const noSuchFile: Sentence = ({ file, folder }) =>
  `找不到${folder || file}，没有读取任何内容。请检查路径和文件名是否正确，文件是否已被移动或改名。`

const reasonSentences: Partial<Record<FailureCode, Record<string, Sentence>>> = {
  'unreadable-file': {
    'not-a-workbook': ({ file }) =>
      `${file}不是能识别的表格，没有导入任何内容。可以导入 .xlsx、.xls、.et、.ods 和 .csv，请确认选对了文件。`,
    damaged: ({ file }) =>
      `${file}已损坏或没有下载完整，没有导入任何内容。请重新获取该文件，或用 WPS、Excel 打开修复后另存为 .xlsx 再试。`,
    'password-needed': ({ file }) =>
      `${file}设了打开密码，没有导入任何内容。请输入它的密码再读取，或用 WPS、Excel 打开后去掉密码另存。`,
    'unknown-encryption': ({ file }) =>
      `${file}的加密方式本程序打不开，没有导入任何内容。请用 WPS 或 Excel 输入密码打开，去掉密码后另存，再导入。`,
    'rights-managed': ({ file }) =>
      `${file}限定了只有指定的人才能打开，没有导入任何内容。请由有权限的人打开，取消限制后另存，再导入。`,
    'locked-by-software': ({ file }) =>
      `${file}被本单位的文档加密软件加了密，没有导入任何内容。请在装有该软件的电脑上解密，再导入解密后的文件。`,
    'too-slow': ({ file }) =>
      `${file}很久没有读完，已停止读取，没有导入任何内容。请用 WPS 或 Excel 打开，只留下要报的工作表，另存为新的 .xlsx 再试。`,
    'web-shell': ({ file }) =>
      `${file}只是网页的外壳，表格留在与它同名的文件夹里，没有导入任何内容。请用 WPS 或 Excel 打开，另存为 .xlsx 后再导入。`,
    'other-document': ({ file, kind }) => `${file}${documentKinds[kind] ?? otherDocument}`,
    empty: ({ file }) => `${file}是空的，没有可以导入的内容。请确认文件已保存，并且选对了文件。`,
    'other-form': ({ file, form }) =>
      form
        ? `${file}是“${form}”，这种表由程序生成，不从表里导入，没有导入任何内容。请选择其他标准表。`
        : `在${file}里没有找到标准表的表头，没有导入任何内容。请确认表中有“企业名称”或“党组织名称”，以及该表应有的各列。`,
    'no-access': ({ file }) => `没有读取${file}的权限，没有导入任何内容。请检查文件权限，或复制到别的文件夹后再试。`,
    'not-json': ({ file }) => `${file}不是登记单位用的 JSON 文件，没有登记任何内容。请核对文件内容后再试。`,
    missing: noSuchFile,
    'no-such-file': noSuchFile,
  },
  'password-needed': {
    'command-line': () => '台账设了口令，没有打开，数据没有变化。请用 --password-file 写明口令所在的文件，口令写在它的第一行。',
  },
  'wrong-password': {
    ledger: ({ seconds }) => `口令不对，台账没有打开，数据没有变化。请检查大小写和输入法后再试。${pause(seconds)}`,
    copy: ({ file, seconds }) => `备份${file}的口令不对，没有打开，台账没有变化。请输入做这份备份时台账的口令。${pause(seconds)}`,
    'recovery-code': () => '恢复码抄写有误，没有打开，数据没有变化。请对照口令恢复单逐组核对后再试。',
    'too-soon': ({ seconds }) => `口令错误次数较多，请等 ${seconds} 秒再试。数据没有变化。`,
    file: ({ file }) => `${file}的密码不对，没有导入任何内容。请检查大小写和输入法，或向报送单位核对密码后再试。`,
  },
  'too-large': {
    'print-rows': ({ count, limit }) =>
      `要打印的有 ${count} 行，一次最多打印 ${limit} 行，没有生成。请按单位分别打印，或导出 Excel。`,
    memory: ({ file }) =>
      `读取${file}要用的内存太多，已停止读取，没有导入任何内容。请用 WPS 或 Excel 打开，只留下要报的工作表，另存为新的 .xlsx 再试。`,
    bytes: ({ file, limit }) =>
      `${file}太大${limit ? `（上限 ${limit}）` : ''}，没有导入任何内容。请删去图片和无关的工作表，或拆成几个文件后再试。`,
    copy: ({ limit }) => `所选文件太大（上限 ${limit}），不会是台账的备份，没有读取。请确认选对了文件。`,
    expands: ({ file }) =>
      `${file}解压后大得异常，为保护电脑没有读取。请用 WPS 或 Excel 打开，删去多余的空白行列和图片，另存为新文件后再试。`,
  },
  'not-found': {
    'no-template': () => '所选单位没有这张表要填的内容，没有生成文件。请换一张表或换一个单位，也可以下载空白模板。',
    'no-tables': ({ folder }) => `文件夹${folder}里没有表格文件，没有读取任何内容。请检查路径是否正确。`,
    'nothing-to-return': () => '没有发现问题，没有要退回的内容。',
    'no-such-org': ({ record }) => `没有${record}这个党组织，没有做任何改动。请核对名称后再试。`,
    'no-scheme': ({ year }) => `${year} 年还没有考核方案，不能出考核表。请先在“百分考核”中建立方案，或选另一年。`,
    'no-such-upload': () => '这份备份没有读取完整，没有使用它，台账没有变化。请重新选择这份文件；它在U盘上的，读完之前请不要拔出。',
    'no-such-backup': () => '这份备份已经不在备份文件夹里，台账没有变化。请刷新列表，换一份备份。',
    'no-such-period': ({ record }) => `没有锁定过${record}这个报告期，没有生成统计表。请用已锁定的报告期名称。`,
    'no-such-unit': ({ unit }) => `没有“${unit}”这个填报单位，没有做任何改动。请核对单位名称或别名后再试。`,
    missing: () => '这次读取或核对的结果已不在内存中（程序可能重新启动过）。没有写入任何内容，请重新选择文件。',
    'no-such-file': noSuchFile,
  },
  invalid: {
    rules: ({ message, count }) =>
      `${message}${Number(count) > 1 ? `（另有 ${Number(count) - 1} 处）` : ''}。没有保存，已有的数据没有变化，请改正后再试。`,
    'no-chromium': () =>
      '这台电脑上没有找到能生成 PDF 的浏览器（Edge、Chrome 或 Chromium），没有生成文件。请安装其中一种，或用环境变量 CHROMIUM 指明它的位置。',
    'no-letter': () => '所选的党组织没有填写换届时间或届满时间，没有可以发的函。请先补填最近换届时间，再生成。',
    'report-pdf': ({ file }) =>
      `${file}没能生成 PDF，这一套一个文件也没有生成，台账没有变化。请关闭一些程序后再试；仍不行的，把文件格式改为 Excel 再生成。`,
    'pdf-slow': () => '很久没有排完版，已停止生成 PDF。请按单位分别打印，或导出 Excel。',
    'pdf-failed': () => '浏览器没能生成 PDF，没有生成文件，台账没有变化。请关闭一些程序后再试；仍不行的，请导出 Excel 打印。',
    'no-grouping': () => '这张统计表不能按所选的方式分组，没有生成。请换一种分组。',
    'no-such-figure': () => '要打开的统计数字已经不在表中，没有列出名单。请回到统计表重新打开。',
    'broken-table': ({ record }) => `统计表${record}有数字对不上，没有导出。请在统计页查看是哪些行，核对相关记录后再导出。`,
    'empty-report': () => '这一套报表里还没有选任何表，没有生成文件。请先选要出的统计表或标准表。',
    'future-cut-off': () => '截止日期在今天之后，没有锁定。请改为今天或以前的日期。',
    'broken-lock': ({ record, message }) => `没有锁定：统计表${record}有数字对不上(${message})。请核对相关记录后再锁定。`,
    'frozen-span': () => '锁定的报告期按锁定时的期间统计，不能另选期间起。请去掉期间起，或改看台账数据。',
    'compare-order': ({ record }) => `${record}不早于要比较的本期，不能作上期。请换一个更早的报告期。`,
    'empty-password': () => '没有读到口令，没有做任何改动。请把口令写在文件的第一行。',
    'short-password': ({ limit }) => `口令太短，没有做任何改动。口令至少 ${limit} 个字，请换一个长些的。`,
    'no-such-field': () => '没有这一列，没有做任何改动。请刷新页面后再试。',
    'ambiguous-unit': ({ unit }) =>
      `“${unit}”同时是两个填报单位的名称或别名，没有保存。请改成各不相同的名称和别名后再试。`,
    'phone-mask': ({ record }) => `${record}是隐藏后的电话，不是号码，没有保存。请先点“显示电话”，再复制或填写完整的号码。`,
    'no-such-list': () => '没有这种清单。可以列出 enterprises、orgs、liaisons、deliveries、units 和 imports。',
    setting: () => '有设置不符合要求，一项也没有保存。请按每一项旁边的提示改正后再试。',
    missing: () => '有必填的内容没有填写，没有保存。请补齐后再试，已有的数据没有变化。',
    'no-such-file': noSuchFile,
  },
  'in-use': {
    needed: ({ record, by, count }) =>
      `${record}还有${by} ${count} 条，没有删除。请先把它们改到别处或删除；只是不再使用的，改为停用即可。`,
  },
  conflict: {
    'has-password': () => '台账已经设有口令，没有再设，数据没有变化。要换口令的，请用“更改口令”。',
    'no-password': () => '台账没有设口令，没有做任何改动。请先设置口令。',
    'not-shut': () => '台账已经打开，不用再输入口令。',
    'changed-since': ({ record }) =>
      `${record}在您查看之后已被修改，为避免覆盖，这次没有保存。您填写的内容还在，请核对最新内容后再保存。`,
    'locked-period': ({ record }) => `报告期${record}已经锁定，没有再锁。已锁定的数字不会再变。`,
    'corrected-period': ({ record }) => `报告期${record}已经更正过，没有再做改动。请对它的最新一版更正。`,
    'gone-on': ({ record }) => `不能撤销：${record}在那之后又改过。数据没有变化，请打开它按修改记录核对。`,
    'needed-since': ({ record }) => `不能撤销：之后又有别的记录用到了${record}。数据没有变化，请先核对那些记录。`,
    'before-edits': ({ record }) => `${record}是旧版本导入的，没有留下可以撤销的记录。数据没有变化。`,
    undone: ({ record }) => `${record}已经撤销过了，没有再做改动。`,
    'no-longer-fits': ({ message }) => `不能撤销：${message}。数据没有变化。`,
    setting: () => '有设置在您打开之后被别处改过，为避免覆盖，一项也没有保存。请看清现在的值，选好用哪个再保存。',
    'another-file': ({ file }) => `${file}的内容与预览时读取的不同，没有生成退回工作簿。请返回重新选择它，预览后再退回。`,
    'stale-proposal': ({ record, count }) =>
      `建议做出之后，${record}${Number(count) > 1 ? `等 ${count} 条记录` : ''}又有变动，一条也没有写入。请按现在的台账重新看建议，核对后再采纳。`,
    plan: () => '预览之后台账又有变动，导入结果会与预览不同，所以没有写入。请重新比对，核对后再确认导入。',
    'not-damaged': () => '台账没有损坏，不需要抢救，没有做任何改动。',
    'not-empty': () => '该数据文件夹已有台账数据，没有建立示例。请换一个空的数据文件夹。',
  },
  'read-only': {
    'network-drive': ({ folder }) =>
      `数据文件夹${folder}在网络盘（共享文件夹）上，台账没有打开，里面的文件没有变化。网络盘上的台账会损坏或互相覆盖，请把整个文件夹复制到本机硬盘再打开。`,
    'long-path': ({ folder }) => `数据文件夹${folder}的路径太长，台账没有打开。请换一个层级少、名称短的文件夹，例如 D:\\台账。`,
    'folder-gone': ({ folder }) =>
      `数据文件夹${folder}不见了（可能被移动、改名，或磁盘已拔出），这次没有保存。请把它放回原处再保存；放回后仍不行，请重新打开程序。`,
    backup: () => '备份没有写成，台账数据没有变化。请检查数据文件夹的权限和写保护，以及磁盘是否还在，再做一次备份。',
    'disk-error': () =>
      '磁盘读写出错，这次没有保存，之前保存的数据没有变化。可能是磁盘损坏或已被拔出，请先把备份拷到别的盘，再检查这块磁盘。',
    output: ({ folder }) =>
      `无法保存${folder || '该文件'}，原有文件没有变化。请检查文件夹是否存在、是否可写，或文件是否正被 WPS、Excel 打开。`,
  },
  'disk-full': {
    backup: () => '磁盘空间不足，备份没有做成，台账数据没有变化。请清理磁盘，再做一次备份。',
  },
  locked: {
    backup: () => '备份没有做成：文件正被别的程序占用。台账数据没有变化，请关闭占用它的程序，再做一次备份。',
  },
  'damaged-database': {
    backup: ({ file }) => `${file}不是完好的台账备份，没有使用它。台账数据没有变化，请换一份备份。`,
    'nothing-readable': () => '损坏的台账里已经读不出内容，没有改动它。请用备份恢复，或把整个数据文件夹交给技术人员。',
    missing: ({ folder }) =>
      `数据文件夹${folder}里的台账数据文件不见了。为避免误建空台账，程序没有打开；请找回该文件，或用最近的备份恢复。`,
  },
}
