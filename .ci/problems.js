// What docs/problems.md says of each code, as a text in dist/: for `rotate explain`, also where there are no docs.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'

/** The sections of the codes, as they stand on the page. */
export function buildProblems() {
  const page = readFileSync('docs/problems.md', 'utf8')
  const sections = page.match(/^### `[a-z-]+`\n[^]*?(?=^##)|^### `[a-z-]+`\n[^]*$/gm) ?? []
  mkdirSync('dist', { recursive: true })
  writeFileSync('dist/problems.txt', sections.map((text) => `${text.trimEnd()}\n`).join('\n'))
}
