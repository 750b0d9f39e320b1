/**
 * The marker in a schedule's description: whose it is, and fingerprints of the patches that rotate made. It is all
 * that tells rotate's own from what people did by hand, since cron and CI remember nothing.
 */

/** What a marker says. */
export interface Marker {
  readonly team: string
  readonly rotation: string
  /** Four letters each. */
  readonly prints: ReadonlySet<string>
}

const LINE = /\n*\[rotate ([^\s/\]]+)\/([^\s/\]]+)(?: ([A-Za-z0-9_-]*))?\]\s*$/

/** The marker of a description, and the text that people wrote before it. */
export function readMarker(description: string): {
  readonly marker: Marker | undefined
  readonly before: string
} {
  const found = LINE.exec(description)
  if (found === null) return { marker: undefined, before: description.trimEnd() }
  const [, team = '', rotation = '', letters = ''] = found
  return {
    marker: {
      team: decoded(team),
      rotation: decoded(rotation),
      prints: new Set(letters.match(/.{4}/g) ?? []),
    },
    before: description.slice(0, found.index).trimEnd(),
  }
}

/** The description of a text that people wrote with a marker behind it. */
export function writeMarker(before: string, { team, rotation, prints }: Marker): string {
  const letters = [...prints].sort().join('')
  const items = letters === '' ? '' : ` ${letters}`
  const line = `[rotate ${encodeURIComponent(team)}/${encodeURIComponent(rotation)}${items}]`
  return before === '' ? line : `${before}\n\n${line}`
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
