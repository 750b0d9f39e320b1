/** For the tests of the page: a real browser, a server as plain as any, and the page that the program writes. */
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'

/** The browser that is installed; undefined where there is none. */
export const CHROMIUM: string | undefined = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== '' && existsSync(path))

/** Quiet ones: a browser that looks for news of its own would make requests that the page did not. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM ?? '', args: FLAGS })
}

/** A folder with what `rotate export` makes of a workspace, on a server that says what was asked of it. */
export class Site {
  readonly folder: string
  readonly asked: string[] = []
  readonly #server: Server

  private constructor(folder: string, server: Server) {
    this.folder = folder
    this.#server = server
  }

  /** `kinds` as behind `rotate export`. */
  static async make(yaml: string, now: string, kinds = ['html', 'ics']): Promise<Site> {
    const folder = mkdtempSync(join(tmpdir(), 'rotate-page-'))
    mkdirSync(join(folder, 'rotations'))
    writeFileSync(join(folder, 'rotations', 'team.yaml'), yaml)
    exportPage(folder, now, kinds)
    const server = createServer((request, response) => {
      site.asked.push(request.url ?? '')
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(readFileSync(join(folder, 'public', 'index.html')))
    })
    const site = new Site(folder, server)
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    return site
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`
  }

  text(): string {
    return readFileSync(join(this.folder, 'public', 'index.html'), 'utf8')
  }

  /** When it was last written (ms). */
  touched(): number {
    return statSync(join(this.folder, 'public', 'index.html')).mtimeMs
  }

  files(): string[] {
    return readdirSync(join(this.folder, 'public'))
  }

  put(name: string, text: string): void {
    writeFileSync(join(this.folder, 'public', name), text)
  }

  /** What `rotate` answers about the same workspace. */
  rotate(words: readonly string[], now: string, env: Readonly<Record<string, string>>): string {
    return rotate(this.folder, words, now, env)
  }

  /** Commits the workspace at an instant. */
  commit(at: string): void {
    const env = { PATH: process.env['PATH'], HOME: this.folder, GIT_CONFIG_NOSYSTEM: '1' }
    const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com']
    const dates = { GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at }
    for (const words of [
      ['init', '-q'],
      ['add', 'rotations'],
      ['commit', '-q', '-m', 'made'],
    ]) {
      execFileSync('git', ['-C', this.folder, ...who, ...words], { env: { ...env, ...dates } })
    }
  }

  exportAgain(now: string, kinds: readonly string[]): string {
    return exportPage(this.folder, now, kinds)
  }

  close(): void {
    this.#server.closeAllConnections()
    this.#server.close()
    rmSync(this.folder, { recursive: true })
  }
}

function exportPage(folder: string, now: string, kinds: readonly string[]): string {
  return rotate(folder, ['export', ...kinds, '--out', 'public'], now)
}

export function rotate(folder: string, words: readonly string[], now: string, env = {}): string {
  const bin = join(import.meta.dirname, '../../bin/rotate.js')
  return execFileSync(process.execPath, [bin, ...words], {
    cwd: folder,
    env: { ...process.env, ROTATE_NOW: now, ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Opens the page at an instant; `complaints` is all that the browser said against it, and what it asked for. */
export async function open(
  browser: Browser,
  site: Site,
  now: string,
  options: BrowserContextOptions & { readonly hash?: string } = {},
): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  const { hash = '', ...context } = options
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
    timezoneId: 'Europe/Amsterdam',
    ...context,
  })
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('request', (request) => {
    const url = request.url()
    if (url !== site.address && !url.startsWith('data:')) complaints.push(`asked for ${url}`)
  })
  // It stands still until a test lets it run.
  await page.clock.install({ time: new Date(Date.parse(now) - 1000) })
  await page.clock.pauseAt(new Date(now))
  await page.goto(site.address + hash)
  return { page, complaints }
}

/** The lines that people see in a part of the page. */
export async function linesIn(page: Page, selector: string): Promise<string[]> {
  const texts = await page.locator(selector).allInnerTexts()
  return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim())
}

/** What axe finds wrong in the page, each with the first place of it; the page's clock runs from then on. */
export async function violations(page: Page): Promise<string[][]> {
  await page.evaluate(axe.source)
  // It waits by the page's own timers.
  await page.clock.resume()
  // All that it finds right is megabytes, and every one of them would come over here.
  return page.evaluate(`axe.run({ resultTypes: ['violations'] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => [id, nodes[0].html, nodes[0].failureSummary]))`)
}
