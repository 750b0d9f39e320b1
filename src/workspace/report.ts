/** Where problems are collected while a workspace is read, and what they make unsound. */
import type { Place } from '../model/place.ts'
import type { Problem } from '../model/problem.ts'
import type { Code } from './codes.ts'

/** What the ids of a workspace name. */
export type Thing = 'person' | 'rotation' | 'meeting' | 'list' | 'check'

/**
 * What a text is about, such as `rotation primary`: an error in it makes that unsound. The overrides of a
 * rotation are a subject of their own, since those who follow it do not share them. A section is a key of a
 * file (`section people`): where one is unsound, there may be more of it than is known. The id of a person is one of its
 * own: what else is wrong with somebody hides nobody's shift.
 */
export type Subject = `${Thing | 'id' | 'overrides' | 'override' | 'section'} ${string}`

/** The subject of a piece of text that says overrides, before it is known of which rotation. */
export function overrideText({ source, from }: Place): Subject {
  return `override ${source.path}:${from}`
}

/** Sentences about a text quote from it. */
const UNSAID =
  'the file is a link out of the repository, so that nothing in it is quoted: put the file itself here to see what is wrong'

/** The map that is being read: what keys it can have, and which it has. */
export interface Inside {
  readonly names: readonly string[]
  readonly has: (key: string) => boolean
}

export class Report {
  readonly problems: Problem[] = []
  /** What stands beside the value that is being read, for those who say what to write there. */
  inside: Inside | undefined
  readonly #unsound = new Set<Subject>()
  readonly #seen = new Set<string>()
  readonly #said = new Set<string>()
  #subject: Subject | undefined
  #quiet = false

  /** Reads something as part of a subject; errors meanwhile make that unsound. */
  about<T>(subject: Subject, read: () => T): T {
    const outer = this.#subject
    this.#subject = subject
    try {
      return read()
    } finally {
      this.#subject = outer
    }
  }

  /** Reads something whose errors count, but are not told. */
  quietly<T>(read: () => T): T {
    const outer = this.#quiet
    this.#quiet = true
    try {
      return read()
    } finally {
      this.#quiet = outer
    }
  }

  error(code: Code, message: string, place: Place, related?: Problem['related']): undefined {
    this.spoil(this.#subject)
    if (!this.#quiet)
      this.add({ code, severity: 'error', message, place, ...(related && { related }) })
  }

  warning(code: Code, message: string, place: Place): void {
    this.add({ code, severity: 'warning', message, place })
  }

  /** Adds a problem once; what an alias repeats is one mistake. */
  add(problem: Problem): void {
    const { code, message, place } = problem
    const key = `${code} ${place?.source.path} ${place?.from} ${message}`
    if (this.#seen.has(key)) return
    this.#seen.add(key)
    this.#said.add(`${code} ${message}`)
    this.problems.push(place?.source.isOutside === true ? { ...problem, message: UNSAID } : problem)
  }

  has(code: Code): boolean {
    return this.problems.some((problem) => problem.code === code)
  }

  /** Whether that has been said somewhere. */
  says(code: Code, message: string): boolean {
    return this.#said.has(`${code} ${message}`)
  }

  /** Says that something is unsound without saying why once more. */
  spoil(subject: Subject | undefined): void {
    if (subject !== undefined) this.#unsound.add(subject)
  }

  /** The same for what is being read. */
  spoilCurrent(): undefined {
    this.spoil(this.#subject)
  }

  /** Whether nothing at all is unsound. */
  isAllSound(): boolean {
    return this.#unsound.size === 0
  }

  isSound(subject: Subject): boolean {
    return !this.#unsound.has(subject)
  }
}
