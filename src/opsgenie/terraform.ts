/**
 * What Terraform plans: its resources, as `terraform show -json` prints them of a plan. What is made only when it is
 * applied has no id yet, so its address stands for one, and what names it names that:
 * https://developer.hashicorp.com/terraform/internals/json-format
 */
import { listOf, thingOf, type Thing } from './json.ts'

/** Whether it is a plan, and not the state of what there is. */
export function isPlan(thing: Thing): boolean {
  return thingOf(thing['planned_values']) !== undefined
}

/** The resources of a plan, each with its id and those of what it names. */
export function plannedIn(plan: Thing): Thing[] {
  const planned = resourcesIn(modulesIn(plan['planned_values']))
  // What is only looked up stands in the state before.
  const before = resourcesIn(modulesIn(thingOf(plan['prior_state'])?.['values']))
  const all = [...planned, ...before.filter(({ mode }) => mode === 'data')]
  const ids = new Map(all.map((one) => [addressOf(one), thingOf(one['values'])?.['id']] as const))
  const written = new Written(modulesIn(plan['configuration']), ids)
  return all.map((one) => ({ ...one, values: filled(one, written) }))
}

/** The values of a resource, as they will be. */
function filled(resource: Thing, written: Written): Thing {
  const values = thingOf(resource['values']) ?? {}
  const address = addressOf(resource)
  const named = (expression: unknown): unknown => written.idsNamed(address, expression)[0]
  const key = values['participants'] === undefined ? 'participant' : 'participants'
  const said = written.expressions(address)
  return {
    ...values,
    id: values['id'] ?? address,
    schedule_id: values['schedule_id'] ?? named(said['schedule_id']),
    ...(values[key] !== undefined && {
      [key]: participants(listOf(values[key]), said[key], address, written),
    }),
  }
}

/** Each with its id: from where it is written; of those that are written in one piece, in that order. */
function participants(
  all: readonly unknown[],
  expression: unknown,
  address: string,
  written: Written,
): unknown[] {
  const things = all.map((each) => thingOf(each) ?? {})
  const whole = Array.isArray(expression) ? [] : written.idsNamed(address, expression)
  const left = whole.length === things.filter(isBare).length ? [...whole] : []
  return things.map((one, i) => {
    if (!isBare(one)) return one
    const own = thingOf(listOf(expression)[i])?.['id']
    return { ...one, id: left.shift() ?? written.idsNamed(address, own)[0] }
  })
}

function isBare(participant: Thing): boolean {
  return (participant['id'] ?? '') === '' && participant['type'] === 'user'
}

/** How the resources of a plan are written: what each of them names (`opsgenie_user.ann.id`), and which is meant by that. */
class Written {
  readonly #ids: ReadonlyMap<string, unknown>
  readonly #resources = new Map<string, Thing>()
  /** What a module is called with, by its path. */
  readonly #calls = new Map<string, Thing>()

  constructor(root: Thing, ids: ReadonlyMap<string, unknown>) {
    this.#ids = ids
    this.#keep(root, '')
  }

  #keep(module: Thing, path: string): void {
    for (const each of listOf(module['resources'])) {
      const one = thingOf(each) ?? {}
      this.#resources.set(path + addressOf(one), thingOf(one['expressions']) ?? {})
    }
    for (const [name, each] of Object.entries(thingOf(module['module_calls']) ?? {})) {
      const call = thingOf(each) ?? {}
      const its = `${path}module.${name}.`
      this.#calls.set(its, thingOf(call['expressions']) ?? {})
      this.#keep(thingOf(call['module']) ?? {}, its)
    }
  }

  /** How the values of a resource are written. */
  expressions(address: string): Thing {
    return this.#resources.get(withoutIndex(address)) ?? {}
  }

  /** The ids of the resources that an expression of one of them names, in its order. */
  idsNamed(address: string, expression: unknown): unknown[] {
    const [, path = '', own = ''] = PLACE.exec(address) ?? []
    const references = listOf(thingOf(expression)?.['references']).map(String)
    const found = references.flatMap((each) => this.#named(each, path, INDEX.exec(own)?.[0] ?? ''))
    return [...new Set(found)]
  }

  /** `own` is the index of the resource or module that names it: `web[each.key]` is the one of the same. */
  #named(reference: string, path: string, own: string): unknown[] {
    const [, base = '', index = ''] = REFERENCE.exec(reference) ?? []
    if (base.startsWith('var.')) {
      const call = this.#calls.get(withoutIndex(path))
      return call === undefined
        ? []
        : this.idsNamed(path.slice(0, -1), call[base.slice('var.'.length)])
    }
    const address = [index, own, '']
      .map((one) => path + base + one)
      .find((one) => this.#ids.has(one))
    return address === undefined ? [] : [this.#ids.get(address) ?? address]
  }
}

/** `module.web["a"].` and `opsgenie_schedule.web[0]`; of a module, where it is called and what it is. */
const PLACE = /^((?:module\.[^.[]+(?:\[[^\]]*\])?\.)*)([^.]+\..+)$/
const INDEX = /\[[^\]]*\]$/
const REFERENCE = /^((?:data\.)?[\w-]+\.[\w-]+)(\[[^\]]*\])?/

function withoutIndex(address: string): string {
  return address.replaceAll(/\[[^\]]*\]/g, '')
}

function modulesIn(values: unknown): Thing {
  return thingOf(thingOf(values)?.['root_module']) ?? {}
}

function resourcesIn(module: Thing): Thing[] {
  const own = listOf(module['resources']).map((each) => thingOf(each) ?? {})
  const below = listOf(module['child_modules']).flatMap((each) => resourcesIn(thingOf(each) ?? {}))
  return [...own, ...below]
}

function addressOf(resource: Thing): string {
  return typeof resource['address'] === 'string' ? resource['address'] : ''
}
