// Imported first by every entry: says in words that Node is too old before anything newer is evaluated.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 18 || (major === 18 && minor < 17)) {
  process.stderr.write(
    `当前 Node.js 版本是 ${process.versions.node}，至少需要 18.17。请安装较新的 Node.js 长期支持版后重新运行。\n`,
  )
  process.exit(1)
}
