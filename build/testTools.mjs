import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { findChromium } from './chromium.mjs'
import { cache } from './paths.mjs'
import { run } from './run.mjs'
import { say } from './stop.mjs'

/** What the tests need from the system besides Node packages. */
const tools = [
  { name: 'Chromium 浏览器', package: 'chromium', isThere: () => findChromium() !== undefined },
  { name: '中文字体（如 Noto Sans CJK）', package: 'fonts-noto-cjk', isThere: hasChineseFont },
  { name: 'LibreOffice Calc', package: 'libreoffice-calc-nogui', isThere: () => answers('soffice', '--version') },
  { name: 'poppler 工具（pdftoppm、pdftotext）', package: 'poppler-utils', isThere: () => answers('pdftoppm', '-v') },
]

/**
 * Installs them by apt on a Debian where we are root; elsewhere says what to install and goes on, so that the tests
 * which need nothing still run.
 */
export async function ensureTestTools() {
  const missing = tools.filter((tool) => !tool.isThere())
  if (missing.length === 0) return
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    const packages = missing.map((tool) => tool.package)
    say(`正在用 apt 安装测试所需的软件：${packages.join('、')}……`)
    mkdirSync(cache, { recursive: true })
    const output = { log: join(cache, 'apt.log') }
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['update', '-q'], { output, env })
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { output, env })
  }
  const left = tools.filter((tool) => !tool.isThere())
  if (left.length > 0) {
    say(`缺少测试所需的软件，请先安装：${left.map((tool) => `${tool.name}（Debian 包 ${tool.package}）`).join('、')}。`)
    say('没有它们，相关的测试会失败。')
  }
}

/**
 * @param {string} program
 * @param {string} question
 */
function answers(program, question) {
  return spawnSync(program, [question], { stdio: 'ignore', timeout: 60_000 }).status === 0
}

function hasChineseFont() {
  if (process.platform === 'win32' || process.platform === 'darwin') return true
  const list = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8', timeout: 30_000 })
  return list.status === 0 && list.stdout.trim() !== ''
}
