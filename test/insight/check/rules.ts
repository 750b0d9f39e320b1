/** What `check` says of a workspace, a line a problem. */
import { positionOf } from '../../../src/model/place.ts'
import { check } from '../../../src/insight/check/check.ts'
import { instant, range, workspace } from '../../timeline/picture.ts'

/** `error gap primary 2026-11-30T00:00Z > 2026-12-01T00:00Z`, with people and rotations where it names some. */
export function found(yaml: string, text: string, only?: readonly string[]): string[] {
  const w = workspace(yaml)
  const chosen = only?.flatMap((id) => w.rotations.get(id) ?? [])
  return check(w, range(text), chosen).map(
    ({ severity, code, people = [], start, end, ...rest }) => {
      const about = rest.rotations?.join('+') ?? rest.rotation ?? rest.meeting ?? ''
      return [severity, code, ...people, about, instant(start), '>', instant(end)].join(' ')
    },
  )
}

/** The whole sentences, each with the line of the YAML that it points at. */
export function sentences(yaml: string, text: string): string[] {
  const w = workspace(yaml)
  return check(w, range(text)).map(({ message, place }) => {
    const line = place && place.source.text.split('\n')[positionOf(place).line - 1]?.trim()
    return `${message}\n    ${line}`
  })
}
