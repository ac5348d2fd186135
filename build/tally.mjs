import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { root } from './paths.mjs'

/**
 * `failures` names what failed, one line each. It may be shorter than `failed`: a check names nothing.
 * @typedef {{ passed: number, failed: number, skipped: number, failures: string[] }} Tally
 */

/**
 * @param {Tally[]} tallies
 * @returns {Tally}
 */
export function sum(tallies) {
  /** @type {Tally} */
  const total = { passed: 0, failed: 0, skipped: 0, failures: [] }
  for (const { passed, failed, skipped, failures } of tallies) {
    total.passed += passed
    total.failed += failed
    total.skipped += skipped
    total.failures.push(...failures)
  }
  return total
}

/**
 * A check that is one thing and says so by its exit code.
 * @param {number} code
 * @returns {Tally}
 */
export function tallyOfCheck(code) {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, failures: [] }
}

/**
 * A run of tests by its JSON report. A runner that failed without a failed test to show for it (a crash, a file that
 * does not load, no report) still counts as one.
 * @param {string} file report
 * @param {(report: any) => Tally} read
 * @param {number} code exit code of the runner
 * @returns {Tally}
 */
export function tallyOfReport(file, read, code) {
  let tally
  try {
    tally = read(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    tally = tallyOfCheck(1)
  }
  if (code === 0 || tally.failed > 0) return tally
  return { ...tally, failed: 1, failures: ['no test failed, and yet the runner did: it says why above'] }
}

/**
 * @typedef {{ fullName: string, status: string }} VitestCase
 * @typedef {{ name: string, status: string, assertionResults: VitestCase[] }} VitestFile
 *
 * @param {{
 *   numPassedTests: number, numFailedTests: number, numPendingTests?: number, numTodoTests?: number
 *   testResults: VitestFile[]
 * }} report
 * @returns {Tally}
 */
export function readVitest(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
    failures: report.testResults.flatMap(failuresOfFile),
  }
}

/** A file that does not load, or whose hooks fail, fails without a failed test. @param {VitestFile} file */
function failuresOfFile({ name, status, assertionResults }) {
  const file = relative(root, name)
  const failed = assertionResults.filter((one) => one.status === 'failed')
  if (status === 'failed' && failed.length === 0) return [file]
  return failed.map(({ fullName }) => `${file} › ${fullName}`)
}

/**
 * @typedef {{ title: string, file: string, line: number, tests: { projectName: string, status: string }[] }} Spec
 * @typedef {{ title: string, specs: Spec[], suites?: Suite[] }} Suite
 *
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, suites: Suite[] }} report
 * @returns {Tally}
 */
export function readPlaywright({ stats, suites }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
    failures: suites.flatMap(failuresOfSuite),
  }
}

/** @param {Suite} suite @returns {string[]} */
function failuresOfSuite({ specs, suites = [] }) {
  const own = specs.flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ projectName }) => `[${projectName}] ${file}:${line} › ${title}`),
  )
  return [...own, ...suites.flatMap(failuresOfSuite)]
}
