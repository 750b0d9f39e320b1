/** Whom the title of an event names, and for what: as services write it, and as people do. */
import type { Occasion } from './occasions.ts'

/** What a title says; the rotation is empty where it says none. */
export interface Titled {
  readonly person: string
  readonly rotation: string
  /** Who else is on call, and for what: `(+ Backup: Bob)`. */
  readonly also?: Titled
}

/** How services and people say it, the surest first. */
const FORMS: readonly RegExp[] = [
  // GoAlert: `Alice On-Call (GoAlert: Primary)`
  /^(?<person>.+?) on[- ]?call \((?:[^:()]+: )?(?<rotation>[^()]+)\)(?: begins\*)?$/i,
  // `Alice is on call for Primary`
  /^(?<person>.+?) (?:is )?on[- ]?call (?:for|in|:)\s*(?<rotation>.+)$/i,
  // PagerDuty: `On Call - Alice - Primary`
  /^on[- ]?call\s*(?:for)?\s*[:–—-]\s*(?<person>.+?)(?:\s+[-–—|]\s+(?<rotation>.+)|\s*\((?<within>[^()]+)\))?$/i,
  // `Primary on-call: Alice`
  /^(?<rotation>.*\bon[- ]?call\b[^:–—]*?)\s*(?::|\s[-–—]\s)\s*(?<person>.+)$/i,
  // `Primary: Alice`, `Web primary: Alice`, `Alice - Secondary`
  /^(?<rotation>(?:[\p{L}\p{N}]+ )*(?:primary|secondary|tertiary|backup|shadow|l[1-4]|level \d|tier \d)\b[^:]*?)\s*(?::|\s[-–—|]\s)\s*(?<person>.+)$/iu,
  /^(?<person>.+?)\s*(?::|\s[-–—|]\s)\s*(?<rotation>.*\b(?:primary|secondary|tertiary|backup|shadow|on[- ]?call)\b.*)$/i,
  // `Alice (on call)`, `Alice on call`, `Alice (primary)`
  /^(?<person>.+?)\s*\((?<rotation>[^()]*\b(?:on[- ]?call|primary|secondary|backup|shadow)\b[^()]*)\)$/i,
  /^(?<person>.+?)[\s:–—-]+(?:is\s+)?on[- ]?(?:call|duty)$/i,
  /^on[- ]?(?:call|duty)[\s:–—-]+(?<person>.+)$/i,
]

/** What a title says by itself; undefined where it could be anything. */
export function titled(summary: string): Titled | undefined {
  const { title, region, backup } = parts(summary)
  for (const form of FORMS) {
    const groups = form.exec(title)?.groups
    const person = groups?.['person']?.trim() ?? ''
    if (person === '') continue
    const own = (groups?.['rotation'] ?? groups?.['within'] ?? '').trim()
    const rotation = [/^on[- ]?call$/i.test(own) ? '' : own, region].filter(isThere).join(' ')
    const also = backup && {
      ...backup,
      rotation: [backup.rotation, region].filter(isThere).join(' '),
    }
    return { person, rotation, ...(also !== undefined && { also }) }
  }
  return undefined
}

function isThere(text: string): boolean {
  return text !== ''
}

/** `(+ Backup: Bob)`, which may say so in other words. */
const BACKUP =
  /\s*\(\+?\s*(?<rotation>backup|secondary|shadow|2nd|second)\b\s*:?\s*(?<person>[^()]+)\)/i

/** Why somebody is on call, which is not for what. */
const REASON = /\s*\((?:override|overridden|swap|swapped|cover|covering|temporary|manual)\)/gi

/** A title without what stands in brackets behind a name: a reason, a region, a backup. */
function parts(summary: string): {
  readonly title: string
  readonly region: string
  readonly backup: Titled | undefined
} {
  const whole = bare(summary).replaceAll(REASON, '')
  const region = /\s\[([^\][]+)\]$/.exec(whole)?.[1]?.trim() ?? ''
  const named = region === '' ? whole : whole.replace(/\s\[[^\][]+\]$/, '')
  const { rotation, person } = BACKUP.exec(named)?.groups ?? {}
  const backup =
    rotation === undefined || person === undefined ? undefined : { rotation, person: person.trim() }
  return { title: named.replace(BACKUP, '').trim(), region, backup }
}

/** Grafana puts a level before who is on call: `[L1] alice`. */
function bare(summary: string): string {
  return summary
    .replace(/^\[L\d+\]\s*/i, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** What the titles of a calendar say together, where each alone could be anything; by their text. */
export function titledTogether(
  occasions: readonly Occasion[],
  calendar: string,
): ReadonlyMap<string, Titled> {
  const titles = [...new Set(occasions.map(({ summary }) => bare(summary)))]
  const found = new Map<string, Titled>()
  const parted = titles.map((title) => ({ title, sides: sidesOf(title) }))
  const both = parted.filter(({ sides }) => sides !== undefined)
  const isParted = both.length * 2 > titles.length
  const isPersonFirst = isParted && (namedAfter(calendar, both) ?? firstIsPerson(occasions))
  for (const { title, sides } of parted) {
    if (isParted && sides !== undefined) {
      const [first, second] = sides
      const [person, rotation] = isPersonFirst ? [first, second] : [second, first]
      found.set(title, { person, rotation })
    } else if (!isParted && title.length <= 80) found.set(title, { person: title, rotation: '' })
  }
  return new Map(
    occasions.flatMap(({ summary }) => {
      const its = found.get(bare(summary))
      return its === undefined ? [] : [[summary, its] as const]
    }),
  )
}

/** Whether the first side is the one that the calendar is named after (Grafana: `On-Call Schedule for alice`); undefined where none is. */
function namedAfter(
  calendar: string,
  titles: readonly { readonly sides: readonly [string, string] | undefined }[],
): boolean | undefined {
  const whose = / for (.+)$/i.exec(calendar)?.[1]?.trim().toLowerCase()
  const [first, second] = [0, 1].map(
    (side) =>
      whose !== undefined && titles.every(({ sides }) => sides?.[side]?.toLowerCase() === whose),
  )
  return first === second ? undefined : first
}

/** `Alice: Infra` in two: at the first colon, else at the first dash or stroke. */
function sidesOf(title: string): readonly [string, string] | undefined {
  const found =
    /^(?<a>[^:]+?)\s*:\s+(?<b>.+)$/.exec(title) ??
    /^(?<a>.+?)\s+[-–—|@/]\s+(?<b>.+)$/.exec(title) ??
    /^(?<a>.+?)\s*\((?<b>[^()]+)\)$/.exec(title)
  const [a, b] = [found?.groups?.['a'], found?.groups?.['b']]
  return a === undefined || b === undefined ? undefined : [a.trim(), b.trim()]
}

/**
 * Whether the first side of titles is the person: what is there without a break is a rotation, while people come and
 * go; and of two sides the one with fewer words in all is the rotation.
 */
function firstIsPerson(occasions: readonly Occasion[]): boolean {
  const [first, second] = [0, 1].map((side) => {
    const groups = new Map<string, { start: number; end: number; held: number }>()
    for (const { summary, start, end } of occasions) {
      const word = sidesOf(bare(summary))?.[side]
      if (word === undefined) continue
      const group = groups.get(word) ?? { start, end, held: 0 }
      groups.set(word, {
        start: Math.min(group.start, start),
        end: Math.max(group.end, end),
        held: group.held + end - start,
      })
    }
    let [held, all] = [0, 0]
    for (const group of groups.values()) {
      held += group.held
      all += group.end - group.start
    }
    return { count: groups.size, share: all === 0 ? 0 : held / all }
  })
  if (first === undefined || second === undefined) return true
  if (first.count === 1 || second.count === 1) return second.count === 1
  return second.share >= first.share
}
