// Sets up a fresh clone: installs what the lockfile says where that has not been done, and with the word `build`
// compiles what is missing or older than its source.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The newest change (ms) of a file or of anything in a folder. */
const newest = (path) =>
  statSync(path).isDirectory()
    ? Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
    : statSync(path).mtimeMs

/**
 * Runs a command; ends this process where it fails. Whoever waits at a terminal sees that it works: on a slow line
 * this takes minutes.
 */
async function run(what, command) {
  const isSeen = process.stderr.isTTY
  const began = Date.now()
  let last = ''
  const over = (words) => {
    process.stderr.write(`\r${words.padEnd(last.length)}`)
    last = words
  }
  if (!isSeen) console.error(`${what} ...`)
  const say = () => over(`${what} ... (${Math.round((Date.now() - began) / 1000)} s)`)
  const ticking = isSeen ? (say(), setInterval(say, 1000)) : undefined
  const exit = await new Promise((settle) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', 'inherit', 'inherit'] })
    child.once('error', () => settle(1))
    child.once('exit', (code) => settle(code ?? 1))
  })
  clearInterval(ticking)
  if (isSeen) process.stderr.write('\n')
  if (exit !== 0) process.exit(exit)
}

const lock = 'node_modules/.package-lock.json'
if (!existsSync(lock) || statSync('package-lock.json').mtimeMs > statSync(lock).mtimeMs) {
  await run('Installing packages', 'npm ci --no-audit --no-fund --loglevel=error --progress=false')
}
if (process.argv.includes('build')) {
  const sources = Math.max(...['src', 'package.json', 'tsconfig.json', '.ci'].map(newest))
  if (!existsSync('dist/program/main.cjs') || newest('dist/program/main.cjs') < sources) {
    await run('Building', 'npm run --silent build')
  }
}
