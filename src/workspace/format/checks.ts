/** `checks:` by name of a rule; editors are told which there are. */
import { CHECKS, type CheckName } from '../../model/checks.ts'
import { dictionary, type Named } from './dictionary.ts'
import { text, type JsonSchema, type Shape, type Told } from './shape.ts'

/** `off` is a boolean to YAML 1.1. */
const SWITCH: JsonSchema = { enum: ['on', 'off', true, false] }

/** What a rule takes beside `on` and `off`. */
const MORE: { readonly [K in CheckName]?: { schema: JsonSchema; doc: string } } = {
  'min-rest': { schema: { type: 'string' }, doc: ' Else the least rest, as a length: 11h.' },
}

const all = dictionary(text, 'check')

export const checks: Shape<readonly Named<Told<string>>[]> = {
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
