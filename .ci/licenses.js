// The licenses of the packages that stand in dist/, as a text beside them: they ask that their notice goes with the code.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const DATA = ['node_modules/city-timezones', 'node_modules/date-holidays']

/** Of what esbuild read for the program and the packages, by the paths of its inputs; and of what the texts in dist/ were made. */
export function buildLicenses(inputs) {
  const folders = inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? [])
  const all = [...new Set([...folders, ...DATA])].sort((a, b) => (a < b ? -1 : 1))
  writeFileSync('dist/licenses.txt', all.map(noticeOf).join(`\n${'-'.repeat(80)}\n\n`))
}

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((each) => /^licen[cs]e(\.(md|txt))?$/i.test(each))
  const text = file === undefined ? '' : `\n${readFileSync(join(folder, file), 'utf8').trim()}\n`
  return `${name} ${version} (${license})\n${text}`
}
