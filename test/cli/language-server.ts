/** The language server that editors ask about YAML, run as an editor runs it: JSON-RPC over its streams. */
import { spawn, type ChildProcess } from 'node:child_process'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const require = createRequire(import.meta.url)
const SERVER = require.resolve('yaml-language-server/bin/yaml-language-server')

/** Nothing is fetched: the schema is a file. */
const SETTINGS = {
  yaml: { validate: true, completion: true, hover: true, schemaStore: { enable: false } },
}

interface Message {
  readonly id?: number | string
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
}

export interface Diagnostic {
  readonly message: string
  readonly range: { readonly start: { readonly line: number } }
}

export class LanguageServer {
  readonly #process: ChildProcess
  readonly #folder: string
  readonly #waiting = new Map<number, (result: unknown) => void>()
  readonly #marked = new Map<string, (found: readonly Diagnostic[]) => void>()
  #received = Buffer.alloc(0)
  #last = 0

  private constructor(folder: string) {
    this.#folder = folder
    this.#process = spawn(process.execPath, [SERVER, '--stdio'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    this.#process.stdout?.on('data', (data: Buffer) => this.#receive(data))
  }

  static async start(folder: string): Promise<LanguageServer> {
    const server = new LanguageServer(folder)
    const rootUri = pathToFileURL(folder).href
    await server.#ask('initialize', {
      processId: process.pid,
      rootUri,
      workspaceFolders: [{ uri: rootUri, name: 'team' }],
      capabilities: { workspace: { configuration: true }, textDocument: { completion: {} } },
    })
    server.#tell('initialized', {})
    server.#tell('workspace/didChangeConfiguration', { settings: SETTINGS })
    return server
  }

  stop(): void {
    this.#process.kill()
  }

  /** What it offers at `|` in a text, in alphabetical order. */
  async offers(name: string, text: string): Promise<string[]> {
    const before = text.slice(0, text.indexOf('|')).split('\n')
    const uri = this.#open(name, text.replace('|', ''))
    const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 }
    const found = await this.#ask('textDocument/completion', { textDocument: { uri }, position })
    const { items } = found as { items: readonly { label: string }[] }
    return items.map(({ label }) => label).sort()
  }

  /** What it marks in a text: line from 1 and message. */
  async marks(name: string, text: string): Promise<string[]> {
    const found = new Promise<readonly Diagnostic[]>((tell) => {
      this.#marked.set(pathToFileURL(resolve(this.#folder, name)).href, tell)
    })
    this.#open(name, text)
    return (await found).map(({ message, range }) => `${range.start.line + 1}: ${message}`)
  }

  #open(name: string, text: string): string {
    const uri = pathToFileURL(resolve(this.#folder, name)).href
    const textDocument = { uri, languageId: 'yaml', version: 1, text }
    this.#tell('textDocument/didOpen', { textDocument })
    return uri
  }

  #ask(method: string, params: unknown): Promise<unknown> {
    this.#last += 1
    const id = this.#last
    const answer = new Promise((tell) => this.#waiting.set(id, tell))
    this.#send({ id, method, params })
    return answer
  }

  #tell(method: string, params: unknown): void {
    this.#send({ method, params })
  }

  #send(message: Message): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message })
    this.#process.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }

  #receive(data: Buffer): void {
    this.#received = Buffer.concat([this.#received, data])
    for (;;) {
      const head = this.#received.indexOf('\r\n\r\n')
      if (head < 0) return
      const [, size = ''] =
        /Content-Length: (\d+)/i.exec(this.#received.toString('latin1', 0, head)) ?? []
      const end = head + 4 + Number(size)
      if (this.#received.length < end) return
      const message = JSON.parse(this.#received.toString('utf8', head + 4, end)) as Message
      this.#received = this.#received.subarray(end)
      this.#handle(message)
    }
  }

  #handle({ id, method, params, result }: Message): void {
    if (method === undefined) {
      if (typeof id === 'number') this.#waiting.get(id)?.(result)
      return
    }
    if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: readonly Diagnostic[] }
      this.#marked.get(uri)?.(diagnostics)
      return
    }
    if (id === undefined) return
    const { items = [] } = (params ?? {}) as { items?: readonly { section: string }[] }
    const settings: Readonly<Record<string, unknown>> = SETTINGS
    this.#send({ id, result: items.map(({ section }) => settings[section] ?? {}) })
  }
}
