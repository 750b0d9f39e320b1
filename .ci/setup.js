// Sets up a fresh clone: installs what the lockfile says where that has not been done, and with the word `build`
// compiles what is missing or older than its source.
import { execSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const run = (command) => execSync(command, { stdio: ['ignore', 'inherit', 'inherit'] })

/** The newest change (ms) of a file or of anything in a folder. */
const newest = (path) =>
  statSync(path).isDirectory()
    ? Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
    : statSync(path).mtimeMs

const lock = 'node_modules/.package-lock.json'
if (!existsSync(lock) || statSync('package-lock.json').mtimeMs > statSync(lock).mtimeMs) {
  console.error('Installing packages ...')
  run('npm ci --no-audit --no-fund --loglevel=error')
}
if (process.argv.includes('build')) {
  const sources = Math.max(...['src', 'package.json', 'tsconfig.json', '.ci'].map(newest))
  if (!existsSync('dist/program/main.cjs') || newest('dist/program/main.cjs') < sources) {
    console.error('Building ...')
    run('npm run --silent build')
  }
}
