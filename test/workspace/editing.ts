/** For the tests of edits: a swap of Carol's, and the texts after it. */
import type { AddOverride, NewOverride } from '../../src/model/change.ts'
import { edited } from '../../src/model/edit.ts'
import type { Source } from '../../src/model/place.ts'
import { editsFor, type Edited } from '../../src/workspace/edit/edit.ts'
import { book, dedent, type Files } from './texts.ts'

export const SWAP: NewOverride = {
  kind: 'replace',
  people: ['carol'],
  insteadOf: 'bob',
  start: Date.parse('2026-12-22T18:00Z'),
  end: Date.parse('2026-12-23T09:00Z'),
  why: 'made in PagerDuty',
}

export function sourcesOf(files: Files): Source[] {
  const texts = typeof files === 'string' ? { 'team.yaml': files } : files
  return Object.entries(texts).map(([path, text]) => ({ path, text: dedent(text) }))
}

export function add(override: NewOverride, rotation = 'primary'): AddOverride {
  return { kind: 'add-override', rotation, override }
}

interface After {
  readonly texts: readonly string[]
  readonly found: Edited
}

export function after(sources: readonly Source[], changes: readonly AddOverride[]): After {
  const found = editsFor(sources, changes, book)
  return { found, texts: edited(sources, found.edits).map(({ text }) => text) }
}

export const PEOPLE = 'people: { alice: {}, bob: {}, carol: {} }\n'

/** The text after the swap, less the people. */
export function swapped(rest: string, ...more: AddOverride[]): string {
  const [text = ''] = after(sourcesOf(PEOPLE + dedent(rest)), [add(SWAP), ...more]).texts
  return text.slice(PEOPLE.length)
}

export const LATER = add({ ...SWAP, start: SWAP.start + 86_400_000, end: SWAP.end + 86_400_000 })
