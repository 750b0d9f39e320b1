/** `checks:` by name of a rule; editors are told which there are. */
import { CHECKS, type CheckName } from '../../model/checks.ts'
import { dictionary, type Named } from './dictionary.ts'
import { record } from './record.ts'
import {
  choice,
  list,
  some,
  text,
  type Fields,
  type JsonSchema,
  type Shape,
  type Told,
} from './shape.ts'
import type { Texts } from './values.ts'

/** What a rule is told besides that it is on. */
export interface CheckText {
  except: readonly Texts[]
}

/** `off`, `on`, a length, or what else a rule takes. */
export type CheckValue = Told<string> | Fields<CheckText>

/** `off` is a boolean to YAML 1.1. */
const SWITCH: JsonSchema = { enum: ['on', 'off', true, false] }

const settings = record<CheckText>('what a check is told', {
  except: {
    shape: list(some(list(text), 'two rotations')),
    doc: 'Pairs of rotations that one person may hold at once.',
  },
})

/** What a rule takes beside `on` and `off`. */
const MORE: { readonly [K in CheckName]?: { schema: JsonSchema; doc: string } } = {
  'min-rest': { schema: { type: 'string' }, doc: ' Else the least rest, as a length: 11h.' },
  'double-booking': {
    schema: settings.schema(),
    doc: ' Except for pairs of rotations: { except: [[desk, primary]] }.',
  },
}

const all = dictionary<CheckValue>(
  choice<CheckValue>({ scalar: text, map: settings }, `'off'`),
  'check',
)

export const checks: Shape<readonly Named<CheckValue>[]> = {
  read: all.read,
  schema: () => ({
    ...all.schema(),
    additionalProperties: false,
    properties: Object.fromEntries(CHECKS.map((name) => [name, schemaOf(name)])),
  }),
}

function schemaOf(name: CheckName): JsonSchema {
  const more = MORE[name]
  const schema = more === undefined ? SWITCH : { anyOf: [SWITCH, more.schema] }
  return { description: `Off: ${name} is not looked for.${more?.doc ?? ''}`, ...schema }
}
