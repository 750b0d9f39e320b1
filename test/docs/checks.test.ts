/**
 * What the pages say of the rules of `check` is what the rules say of themselves: the beginning of their section in
 * docs/problems.md, its first and its last workspace, and the list in docs/format.md. `UPDATE_DOCS=1` writes it there;
 * what stands between is written by hand.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import type { Rule } from '../../src/insight/check/rule.ts'
import { RULES } from '../../src/insight/check/rules.ts'
import { CHECKS } from '../../src/model/checks.ts'
import { pageAt, ROOT, updating } from './pages.ts'

const PROBLEMS = 'docs/problems.md'
const FORMAT = 'docs/format.md'

/** The heading behind which the sections of the rules are over. */
const AFTER = '\n## The text is no YAML'

describe(PROBLEMS, () => {
  it.each(RULES)('says of $name what the rule says', (rule) => {
    const page = pageAt(PROBLEMS)
    if (updating) writeFileSync(join(ROOT, PROBLEMS), withSection(page, rule))
    const now = pageAt(PROBLEMS)
    expect(withSection(now, rule)).toBe(now)
    // How grave it is stands in the words behind the summary.
    expect(sectionOf(now, rule)).toMatch(
      rule.severity === 'error' ? /\bAn error\b/ : /\bA warning\b/,
    )
  })

  it('tells of all rules before any other problem', () => {
    const told = [...pageAt(PROBLEMS).matchAll(/^### `(.*)`$/gm)].map(([, code]) => code)
    const names: readonly string[] = CHECKS
    expect(new Set(told.slice(0, CHECKS.length))).toEqual(new Set(names))
  })
})

describe(FORMAT, () => {
  it('lists what can be turned off', () => {
    const lists = /(?<=\n)(?:- \[`[a-z-]+`\]\(problems\.md#.*\n)+/
    const page = pageAt(FORMAT).replace(lists, LIST)
    if (updating) writeFileSync(join(ROOT, FORMAT), page)
    expect(pageAt(FORMAT)).toContain(`\n${LIST}`)
  })
})

const LIST = RULES.map(
  ({ name, severity, summary }) =>
    `- [\`${name}\`](problems.md#${name}), ${severity}: ${summary}\n`,
).join('')

function sectionOf(page: string, { name }: Rule): string | undefined {
  return new RegExp(`^### \`${name}\`\n[^]*?(?=^##)`, 'm').exec(page)?.[0]
}

/** The page with what the rule says of itself; a section is added behind the others where there is none. */
function withSection(page: string, rule: Rule): string {
  const { name, severity, summary, wrong, right } = rule
  const section = sectionOf(page, rule)
  if (section === undefined) {
    const grave = severity === 'error' ? 'An error' : 'A warning'
    const first = `### \`${name}\`\n\n${summary} ${grave}.\n\n${block(wrong)}\nWrite instead:\n\n${block(right)}`
    return page.replace(AFTER, () => `\n${first}${AFTER}`)
  }
  const [heading = '', first = '', ...more] = section.trimEnd().split('\n\n')
  const grave = first.slice(first.search(/ An error| A warning/))
  // More may follow: 'It names nobody: the turns have changed.'
  const head = first.startsWith(summary.slice(0, -1)) ? first : `${summary}${grave}`
  // The workspaces of a section: the first is the wrong one, or what was committed before it, the last the right one.
  const shown = [rule.before, wrong, right].flatMap((text) =>
    text === undefined ? [] : block(text),
  )
  const rest = more.join('\n\n')
  const blocks = [...rest.matchAll(/^```yaml\n[^]*?^```$/gm)].map(([text]) => text)
  let said = rest
  for (const [i, text] of shown.entries()) {
    const there = blocks[i]
    said =
      there === undefined
        ? `${said}\n\n${text.trimEnd()}`
        : said.replace(there, () => text.trimEnd())
  }
  return page.replace(section, () => `${heading}\n\n${head}\n\n${said}\n\n`)
}

function block(yaml: string): string {
  return `\`\`\`yaml\n${yaml.trimStart()}\`\`\`\n`
}
