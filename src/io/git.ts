/** Git, asked as a program. */
import { execFileSync } from 'node:child_process'

/** The time (ms) of the last commit that touched a folder; undefined outside git, or where none did. */
export function lastCommitTime(folder: string): number | undefined {
  const seconds = git(folder, ['log', '-1', '--format=%ct', '--', '.'])
  return seconds === undefined || seconds === '' ? undefined : Number(seconds) * 1000
}

/** What git says, or undefined where it fails or is not there. */
function git(folder: string, words: readonly string[]): string | undefined {
  try {
    return execFileSync('git', ['-C', folder, ...words], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return undefined
  }
}
