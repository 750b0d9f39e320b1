// `npm start`: the example of this repository, looked at and published; or, with words behind `--`, any command.
import { spawnSync } from 'node:child_process'

const rotate = (...words) => {
  const { status } = spawnSync(process.execPath, ['bin/rotate.js', ...words], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 3)
}

const words = process.argv.slice(2)
if (words.length > 0) {
  rotate(...words)
} else {
  rotate('status')
  console.log()
  rotate('export', 'ics', 'html', '--out', 'public/')
  console.log(`\nTry 'npm start -- who', 'npm start -- shifts', 'npm start -- --help'.`)
}
