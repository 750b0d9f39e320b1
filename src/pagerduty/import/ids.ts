/** Ids of rotations, as people who know the team would call them: what all names say alike is left out. */
import { faultOfId } from '../../model/id.ts'
import type { Remote } from '../remote.ts'
import { readMarker } from '../marker.ts'
import { Names, slug } from './people.ts'

const TAKEN: readonly string[] = ['nobody', 'everyone']

/** The ids of the rotations of schedules, in their order; those of this very team keep what their marks name. */
export function idsOf(remotes: readonly Remote[], team: string): string[] {
  const names = new Names(TAKEN)
  const own = ownIds(remotes, team)
  const kept = new Map([...own].map(([i, id]) => [i, names.take(id)]))
  const short = shortNames(
    remotes.map(({ name }) => name),
    [...TAKEN, ...kept.values()],
  )
  return remotes.map(
    (remote, i) => kept.get(i) ?? names.take(short[i] || slug(remote.id) || 'rotation'),
  )
}

function ownIds(remotes: readonly Remote[], team: string): ReadonlyMap<number, string> {
  const own = new Map<number, string>()
  for (const [i, { description }] of remotes.entries()) {
    const { marker } = readMarker(description)
    if (marker?.team !== team || faultOfId(marker.rotation) !== undefined) continue
    if (![...own.values()].includes(marker.rotation)) own.set(i, marker.rotation)
  }
  return own
}

/** What every schedule is, and so tells nothing. */
const EVERYBODYS = /(^|-)(on-?call|schedule|rotation|rota)$/

/** Names as ids without what says nothing; whole where that would leave nothing, no word, or what another has. */
function shortNames(names: readonly string[], taken: readonly string[]): string[] {
  const whole = names.map((name) => {
    const all = slug(name)
    return withoutEnd(all) || all
  })
  const first = sharedWords(whole)
  const short = whole.map((one) => one.split('-').slice(first).join('-'))
  return short.map((one, i) => {
    const isOnly = short.every((other, j) => i === j || other !== one)
    const isId = /^[a-z0-9]/.test(one) && /[a-z]/.test(one)
    const isFree = !taken.some((other) => other.toLowerCase() === one)
    return isOnly && isId && isFree ? one : (whole[i] ?? one)
  })
}

function withoutEnd(name: string): string {
  const shorter = name.replace(EVERYBODYS, '')
  return shorter === name ? name : withoutEnd(shorter)
}

/** With how many words all of several begin. */
function sharedWords(ids: readonly string[]): number {
  const [words = [], ...others] = ids.map((id) => id.split('-'))
  if (others.length === 0) return 0
  const end = words.findIndex((word, i) => others.some((other) => other[i] !== word))
  return end === -1 ? words.length : end
}
