/** Answers that are longer than the screen go to a pager, as git's do: `ROTATE_PAGER`, `PAGER`, or `less`. */
import type { ChildProcess } from 'node:child_process'
import type { Io } from './io.ts'
import type { Stream } from './stream.ts'

/** A world whose answer is held until it is known whether it fits the screen. */
export interface Held {
  readonly io: Io
  /** From now on all is written at once, as it comes: somebody is asked, or something is done. */
  readonly letGo: () => void
  /** Shows what is left, and waits for whoever reads. */
  readonly end: () => Promise<void>
}

/** How many lines a text takes where so many columns fit. */
type LinesOn = (text: string, columns: number) => number

/** The same world, its long answers paged; as it is where nobody looks, or nobody wants a pager. */
export function paged(io: Io, linesOn: LinesOn): Held {
  const command = (io.env['ROTATE_PAGER'] ?? io.env['PAGER'] ?? USUAL).trim()
  // On the log of a CI nobody turns pages.
  const isNone = command === '' || command === 'cat' || io.env['TERM'] === 'dumb' || io.env['CI']
  if (isNone || !io.out.isTerminal || io.out.rows === Infinity) return directly(io)
  const pages = new Pages(io, command, linesOn)
  return {
    io: {
      ...io,
      out: pages.through(io.out),
      // A line that says what is being worked on stands there until there is something to read.
      err: io.err.isTerminal ? pages.through(io.err) : io.err,
      ask: async (question) => {
        pages.letGo()
        return io.ask(question)
      },
    },
    letGo: () => pages.letGo(),
    end: async () => pages.end(),
  }
}

/** The same world, in which all is written as it comes. */
export function directly(io: Io): Held {
  return { io, letGo: () => undefined, end: async () => undefined }
}

const USUAL = 'less'

/** For `less`: go where all fits, keep colours, leave the screen as it is; for `lv`: keep colours. */
const TOLD: Readonly<Record<string, string>> = { LESS: 'FRX', LV: '-c' }

/** What was written so far, and where more of it goes. */
class Pages {
  readonly #io: Io
  readonly #command: string
  readonly #linesOn: LinesOn
  readonly #written: { readonly to: Stream; readonly text: string }[] = []
  /** Where it goes: nowhere yet, to its streams, or to a pager that is being started or runs. */
  #way: 'held' | 'direct' | 'paged' = 'held'
  #lines = 0
  #isWhole = false
  #reading: Promise<void> = Promise.resolve()
  #pager: ChildProcess | undefined

  constructor(io: Io, command: string, linesOn: LinesOn) {
    this.#io = io
    this.#command = command
    this.#linesOn = linesOn
  }

  /** A stream whose text is held, paged or written. What comes on stderr before there is an answer is no part of it. */
  through(to: Stream): Stream {
    return {
      ...to,
      write: (text) => {
        const isBefore = this.#written.length === 0 && to === this.#io.err
        if (this.#way === 'direct' || isBefore) to.write(text)
        else this.#take(to, text)
      },
    }
  }

  letGo(): void {
    if (this.#way !== 'held') return
    this.#way = 'direct'
    for (const { to, text } of this.#written) to.write(text)
  }

  async end(): Promise<void> {
    this.letGo()
    this.#isWhole = true
    this.#pager?.stdin?.end()
    await this.#reading
  }

  #take(to: Stream, text: string): void {
    // Who writes and then waits, for a service say, does not let others wait for what is known.
    if (this.#written.length === 0) setImmediate(() => this.letGo())
    this.#written.push({ to, text })
    if (this.#way === 'paged') {
      this.#pager?.stdin?.write(text)
      return
    }
    this.#lines += this.#linesOn(text, to.columns)
    if (this.#lines < this.#io.out.rows) return
    this.#way = 'paged'
    this.#reading = this.#read()
  }

  /** Shows it in the pager until that is left; where it cannot be started, as if there were none. */
  async #read(): Promise<void> {
    const { env, err } = this.#io
    // Few answers are long, and all of them should start fast.
    const { spawn } = await import('node:child_process')
    const [program = '', ...words] = this.#command.split(/ +/)
    // A plain command line, without a variable in front, needs no shell: then the system says whether there is such a program.
    const isPlain = /^[\w./+@:-]+( [\w./+@=: -]+)?$/.test(this.#command)
    const [file, its] = isPlain ? [program, words] : [this.#command, []]
    const pager = spawn(file, its, {
      stdio: ['pipe', 'inherit', 'inherit'],
      shell: !isPlain,
      env: { ...TOLD, ...env },
    })
    const left = new Promise<number | null>((settle) => {
      pager.once('error', () => settle(NOT_FOUND))
      pager.once('close', settle)
    })
    // Whoever has seen enough leaves, and nobody reads the rest.
    pager.stdin?.on('error', () => undefined)
    this.#pager = pager
    for (const { text } of this.#written) pager.stdin?.write(text)
    if (this.#isWhole) pager.stdin?.end()
    // Ctrl-C is for the pager: were this to go, its reader would share the terminal with a shell.
    process.on('SIGINT', stay)
    const exit = await left
    process.off('SIGINT', stay)
    if (exit !== NOT_FOUND && exit !== NOT_EXECUTABLE) return
    this.#way = 'direct'
    const name = this.#command
    if (name !== USUAL) err.write(`rotate: the pager '${name}' cannot be started\n`)
    for (const { to, text } of this.#written) to.write(text)
  }
}

/** What a shell ends with where there is no such program, or one that cannot be run. */
const NOT_FOUND = 127
const NOT_EXECUTABLE = 126

const stay = (): void => undefined
