/** Reading the body of a request, of which nothing is known: each reader says what it found or complains. */
import { readMoment, type Moment } from './moment.ts'
import { invalid, type Complaints } from './refusal.ts'
import { isZone } from './zone.ts'

/** An object of which nothing is known but its keys. */
export type Json = Readonly<Record<string, unknown>>

/** Collects what is wrong with a body, so that the answer names all of it at once. */
export class Complaining {
  readonly #complaints: Record<string, string[]> = {}

  about(field: string, message: string): undefined {
    const messages = (this.#complaints[field] ??= [])
    if (!messages.includes(message)) messages.push(message)
  }

  get all(): Complaints {
    return this.#complaints
  }

  /** Refuses the request if there was anything to complain about. */
  settle(): void {
    if (Object.keys(this.#complaints).length > 0) throw invalid(this.#complaints)
  }
}

/** Whether a value is an object, and no list. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The object under the one key that every body has, such as `schedule`. */
export function wrapped(body: unknown, key: string): Json {
  const inside = isObject(body) ? body[key] : undefined
  if (!isObject(inside)) throw invalid({ [key]: ["can't be blank"] })
  return inside
}

/** The list under the one key that the body of a batch has; it may not be empty. */
export function wrappedList(body: unknown, key: string): readonly unknown[] {
  const inside = isObject(body) ? body[key] : undefined
  if (!Array.isArray(inside) || inside.length === 0) throw invalid({ [key]: ["can't be blank"] })
  return inside as readonly unknown[]
}

/** A text in a body, of so many characters. */
export function text(
  value: unknown,
  field: string,
  complain: Complaining,
  { min = 0, max = Infinity }: { readonly min?: number; readonly max?: number } = {},
): string | undefined {
  if (typeof value !== 'string') return complain.about(field, 'must be a string')
  const length = Array.from(value).length
  if (value.trim() === '' && min > 0) return complain.about(field, "can't be blank")
  if (length < min) return complain.about(field, `is too short (minimum is ${min})`)
  if (length > max) return complain.about(field, `is too long (maximum is ${max} characters)`)
  return value
}

/** A whole number in a body. */
export function whole(
  value: unknown,
  field: string,
  complain: Complaining,
  { min = -Infinity, max = Infinity }: { readonly min?: number; readonly max?: number } = {},
): number | undefined {
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    return complain.about(field, 'must be an integer')
  }
  if (value < min) return complain.about(field, `must be at least ${min}`)
  if (value > max) return complain.about(field, `must be at most ${max}`)
  return value
}

/** A moment in a body. */
export function moment(value: unknown, field: string, complain: Complaining): Moment | undefined {
  const read = typeof value === 'string' ? readMoment(value) : undefined
  return read ?? complain.about(field, 'must be an ISO 8601 date and time with an offset')
}

/** A time zone in a body. */
export function zone(value: unknown, field: string, complain: Complaining): string | undefined {
  if (typeof value === 'string' && isZone(value)) return value
  return complain.about(field, 'is not a valid IANA time zone')
}

/** The id in `{"id": "...", "type": "..."}`, if it is one of those known. */
export function reference(
  value: unknown,
  field: string,
  complain: Complaining,
  known: ReadonlyMap<string, unknown>,
): string | undefined {
  const id = isObject(value) ? value['id'] : undefined
  if (typeof id === 'string' && known.has(id)) return id
  return complain.about(field, `refers to ${JSON.stringify(id)}, which does not exist`)
}

/** A list of references; undefined where there is none, or one of them is wrong. */
export function references(
  value: unknown,
  field: string,
  complain: Complaining,
  known: ReadonlyMap<string, unknown>,
): readonly string[] | undefined {
  if (value === undefined) return undefined
  if (!Array.isArray(value)) return complain.about(field, 'must be a list')
  const ids = value.map((one, i) => reference(one, `${field}[${i}]`, complain, known))
  return ids.every((id) => id !== undefined) ? ids : undefined
}
