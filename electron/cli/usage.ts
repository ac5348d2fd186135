export const usage = `用法：npm run -s office -- 命令 --data 数据文件夹 [--json] [--password-file 文件]

  setup 文件.json                    登记办公室名称、地区和填报单位
  import 文件或文件夹… [--policy replace|fill|add] [--unit 单位] [--keep ours|theirs] [--password 密码] [--commit]
                                     读取并比对；加 --commit 才写入。发放后台账和表格
                                     都改过的，按 --keep 保留台账(默认)或采用表格；
                                     --password 打开设了密码的文件；
                                     文件夹连同其中的文件夹一起读
  return 文件 --out 退回.xlsx [--policy replace|fill|add] [--unit 单位] [--password 密码]
                                     退回工作簿：在报来的表上写明问题，改好可再导入；
                                     不写入台账，没有问题时不生成文件
  undo 批次编号 [--later keep|back]  撤销一次导入(编号见 import 的结果或 list imports 的
                                     runId)；之后又改动过的记录，用 --later 写明保留
                                     后来的改动，还是一并撤回
  list enterprises|orgs|liaisons|deliveries|units|imports [--unit 单位]
  stats S1…S14 [--cutoff 2026-06-30 | --period 2026年第2季度] [--by unit|place|size|industry|type]
               [--unit 单位] [--out 文件.xlsx]
                                     统计表；--period 用已锁定报告期的数据；--by 按单位、
                                     村(社区)园区、规模、行业、类型分行(S1、S3、S9、S10)；
                                     对不上的统计表不保存
  period list                        锁定的报告期，各版都列出
  period lock --kind 月|季|半年|年 --cutoff 2026-06-30 [--label 2026年第2季度] [--operator 姓名]
                                     锁定一期：统计要用的记录和口径存成一份，不再变动；
                                     对不上的不锁定；--cutoff 也可写成 --cut-off
  period compare 上期 [本期] [--unit 单位] [--out 文件.xlsx]
                                     两期比较，不写本期就与台账现在比；更正过的旧版写成
                                     “2026年第2季度(第1版)”
  export F01…F13 [--unit 单位] [--year 2026] [--cutoff 2026-06-30] [--org 党组织] --out 文件.xlsx
                                     标准表；--org 只用于 F11
  print F01…F13 或 S1…S14 --out 文件.pdf [与 export、stats 相同的选项]
                                     打印成 PDF；要用这台电脑上的 Edge、Chrome 或
                                     Chromium(也可用环境变量 CHROMIUM 指明)
  template F02 --out 文件.xlsx       空白模板
  template F01 [F03 …] --unit 单位|--all-units --out 文件
                                     预填好的填报表：一份是 .xlsx，多份打成 .zip
  report --period 2026年第2季度|--as-of 2026-06-30 --out 文件夹 [--unit 单位]
                                     成套报表：先列核对结果，再把选好的各表按选好的格式
                                     (Excel、PDF)写进文件夹；数字对不上时不生成，这台
                                     电脑上没有能生成 PDF 的浏览器时只有 Excel
  check [--unit 单位]                核查台账；操作日志是否被别的程序改动过
  backup [--out 文件.sqlite]         备份台账；加 --out 另存一份到别的盘，写完读回核对
  backups                            列出备份
  restore 备份名或文件 [--password 口令]
                                     用一份备份恢复台账；现在的台账先自动备份一份；
                                     --password 打开设有另外口令的备份
  salvage                            台账损坏时，把还能读出的内容抢救到新台账；损坏的文件保留
  password set --new-password-file 文件
  password change --password-file 文件 --new-password-file 文件
  password remove --password-file 文件
                                     设置、更改、取消台账的口令，台账和备份都加密或解密
  demo                               在空的数据文件夹中建立示例区县

设了口令的台账，每条命令都用 --password-file 写明口令所在的文件(取第一行；写 - 则从标准
输入读)。口令不写在命令行上：别的程序看得到命令行。

退出码：0 完成 · 1 完成，但列有问题 · 2 用法有误 · 3 被拒绝`

/** Said with every refusal of a damaged ledger. */
export const damagedWays = '台账损坏时可以用：backups 列出备份，restore 用备份恢复，salvage 抢救还能读出的内容。'
