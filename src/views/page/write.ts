/** The page as one text: nothing is loaded beside it, and its policy lets nothing else run. */
import type { PageData } from './data.ts'
import { SKELETON } from './skeleton.ts'
import { embedJson, escapeHtml } from './text.ts'

/** What the build made of `browser/`. */
export interface PageParts {
  readonly script: string
  readonly style: string
}

/** Stands in every page that rotate writes: what lacks it is somebody else's. */
const MARK = '<meta name="generator" content="rotate">'

/** The team whose page it is, encoded as in addresses of the web; in each page of one that has a name. */
const TEAM = '<meta name="rotate-team" content="'

/** A circle, of which a part is taken: the icon, so that no browser asks a server for one. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Ccircle cx='16' cy='16' r='12' fill='none' stroke='%239aa7bd' stroke-width='6'/%3E%3Cpath d='M16 4a12 12 0 0 1 12 12' fill='none' stroke='%232f5fd0' stroke-width='6'/%3E%3C/svg%3E"

/** Whether a page that is about to be replaced may be. */
export function isOurPage(text: string): boolean {
  return text.trim() === '' || text.slice(0, 4000).includes(MARK)
}

/** The team whose page this is, by its name; undefined where it names none, as those of the first versions do. */
export function teamOfPage(text: string): string | undefined {
  const head = text.slice(0, 4000)
  const at = head.indexOf(TEAM)
  if (at < 0) return undefined
  const key = head.slice(at + TEAM.length, head.indexOf('"', at + TEAM.length))
  try {
    return decodeURIComponent(key)
  } catch {
    return key
  }
}

/** Half a character cannot be encoded. */
function markOf(team: string): string {
  const whole = team.replaceAll(/\p{Surrogate}/gu, '')
  return whole === '' ? '' : `${TEAM}${encodeURIComponent(whole)}">\n`
}

/** The page as one text, which needs nothing else to be shown. */
export async function writePage(data: PageData, { script, style }: PageParts): Promise<string> {
  // The build escapes these; a page that they end early would show its own script as text.
  if (/<\/script|<!--/i.test(script) || /<\/style/i.test(style)) {
    throw new Error('the parts of the page cannot stand in a page')
  }
  const title = data.team === '' ? 'On call' : `${data.team}: on call`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${await policyFor(script, style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${MARK}
${markOf(data.team)}<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="${ICON}">
<style>${style}</style>
</head>
<body>
${SKELETON.replace('{title}', () => escapeHtml(title))}
<script type="application/json" id="data">${embedJson(data)}</script>
<script>${script}</script>
</body>
</html>
`
}

/**
 * Nothing but this script and this style, by their hashes; the icon stands in the page itself. Markup cannot be
 * made out of text (Trusted Types), so that no name can ever become any.
 */
async function policyFor(script: string, style: string): Promise<string> {
  return [
    `default-src 'none'`,
    `script-src '${await hashOf(script)}'`,
    `style-src '${await hashOf(style)}'`,
    `img-src data:`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types 'none'`,
  ].join('; ')
}

async function hashOf(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(bytes)))}`
}
