/** What a sync has done so far, for whoever looks, and for when it ends before its time. */
export class Progress {
  readonly #done = new Map<string, string[]>()
  readonly #left = new Set<string>()
  readonly #tell: (text: string) => void

  /** `tell` hears of each thing as it is done. */
  constructor(tell: (text: string) => void) {
    this.#tell = tell
  }

  /** What is to be worked on. */
  plans(subjects: readonly string[]): void {
    for (const subject of subjects) this.#left.add(subject)
  }

  did(subject: string, what: string): void {
    this.#tell(`${subject}: ${what}`)
    const all = this.#done.get(subject) ?? []
    this.#done.set(subject, [...all, what])
  }

  finished(subject: string): void {
    this.#left.delete(subject)
  }

  /** `done: primary; secondary: made the schedule; not done: secondary, shadow`. */
  said(): string {
    if (this.#done.size === 0) return 'nothing was written'
    const whole = [...this.#done.keys()].filter((subject) => !this.#left.has(subject))
    const begun = [...this.#done].filter(([subject]) => this.#left.has(subject))
    return [
      ...(whole.length === 0 ? [] : [`done: ${whole.join(', ')}`]),
      ...begun.map(([subject, all]) => `begun: ${subject} (${[...new Set(all)].join(', ')})`),
      ...(this.#left.size === 0 ? [] : [`not done: ${[...this.#left].join(', ')}`]),
      'the next run does the rest',
    ].join('; ')
  }
}
