/** `rotate sync`'s plan: in one look what it would do, then a line a step. */
import type { Step, Verb } from '../model/plan.ts'
import { clean } from './clean.ts'
import { sayCount } from './count.ts'
import type { Look } from './look.ts'
import { wholeList } from './names.ts'
import type { Brush, Paint } from './paint.ts'
import { isNow, sayStep, sayUntil } from './sync-step.ts'
import { wrap } from './wrap.ts'

/** So many changes of one rotation are told one by one. */
const MOST = 12

/**
 * The plan in words: what it comes to, then a line a step, with a sign that says whether something comes (`+`), goes
 * (`-`), becomes another (`~`) or stays (`=`). Of a new schedule it says who is on call at once, which turns go on by
 * themselves and how much is filled in; that everybody in it comes instead of nobody goes without saying.
 */
export function sayPlan(steps: readonly Step[], look: Look): string {
  if (steps.length === 0) return ''
  const rotations = [...new Set(steps.map(({ rotation }) => rotation))]
  const plans = rotations.map((rotation) => {
    const own = steps.filter((step) => step.rotation === rotation)
    return { rotation, own, isNew: own.some(({ verb }) => verb === 'create') }
  })
  const old = plans.flatMap(({ own, isNew }) => (isNew ? [] : own))
  const lines = plans.flatMap(({ rotation, own, isNew }) =>
    (isNew ? newLines(own, look) : oldLines(own, look)).map(({ sign, text }) => {
      const line = `${brushFor(sign, look.paint)(sign)} ${look.paint.strong(clean(rotation))}: ${clean(text)}`
      return wrap(line, look.width, 4)
    }),
  )
  return `${wrap(look.paint.strong(sayAll(steps, old)), look.width)}\n${lines.join('')}`
}

type Sign = '+' | '-' | '~' | '='

interface Line {
  readonly sign: Sign
  readonly text: string
}

function brushFor(sign: Sign, { good, error, warning, faint }: Paint): Brush {
  return { '+': good, '-': error, '~': warning, '=': faint }[sign]
}

/** `Plan: 1 schedule to make, 11 shifts to fill in, 2 swaps kept.`; `old` are those of schedules that are there. */
function sayAll(steps: readonly Step[], old: readonly Step[]): string {
  const many = (verb: Verb, among = steps): number =>
    among.filter((step) => step.verb === verb).length
  const filled = steps.reduce((sum, { count = 0 }) => sum + count, 0)
  const anew = new Set(old.flatMap(({ verb, rotation }) => (verb === 'turns' ? [rotation] : [])))
  const counted: readonly (readonly [many: number, what: string, then: string])[] = [
    [many('create'), 'schedule', 'to make'],
    [many('adopt'), 'schedule', 'to take over'],
    [many('rename'), 'schedule', 'to rename'],
    [many('mark'), 'schedule', 'to put in order'],
    [many('delete'), 'schedule', 'to delete'],
    [many('change', old), 'change', 'of who is on call'],
    [anew.size, 'schedule', 'to give other turns'],
    [filled, 'shift', 'to fill in'],
    [many('remove'), 'swap', 'to remove'],
  ]
  const work = counted.flatMap(([count, what, then]) =>
    count === 0 ? [] : `${sayCount(count, what)} ${then}`,
  )
  const kept = many('keep') === 0 ? [] : [`${sayCount(many('keep'), 'swap')} kept`]
  return `Plan: ${[...(work.length === 0 ? ['nothing to change'] : work), ...kept].join(', ')}.`
}

function newLines(steps: readonly Step[], look: Look): Line[] {
  return steps.flatMap((step, i): Line[] => {
    const { verb, stretch, after = [] } = step
    if (verb !== 'change') {
      const sign = verb === 'turns' ? '+' : signOf(step)
      return [{ sign, text: sayStep(step, look, turnsBefore(steps, i)) }]
    }
    if (stretch === undefined || !isNow(stretch.start, look)) return []
    return [{ sign: '+', text: `from now ${sayUntil(stretch.end, look)}, ${wholeList(after)}` }]
  })
}

/** The turns of the same layer that end where these begin. */
function turnsBefore(steps: readonly Step[], i: number): Step | undefined {
  const step = steps[i]
  return steps
    .slice(0, i)
    .find(
      ({ verb, layer, stretch }) =>
        verb === 'turns' && layer === step?.layer && stretch?.end === step?.stretch?.start,
    )
}

function oldLines(steps: readonly Step[], look: Look): Line[] {
  const changes = steps.filter(({ verb }) => verb === 'change')
  const left = changes.length - MOST
  return steps.flatMap((step, at): Line[] => {
    const i = changes.indexOf(step)
    if (left > 0 && i >= MOST) {
      return i === MOST ? [{ sign: '~', text: `and ${left} more changes` }] : []
    }
    return [{ sign: signOf(step), text: sayStep(step, look, turnsBefore(steps, at)) }]
  })
}

/** Whether with a step something comes, goes, becomes another or stays. */
function signOf({ verb, before = [], after = [], count = 0 }: Step): Sign {
  switch (verb) {
    case 'create':
      return '+'
    case 'delete':
    case 'remove':
      return '-'
    case 'keep':
      return '='
    case 'fill':
      return count > 0 ? '+' : '='
    case 'change':
      return before.length === 0 ? '+' : after.length === 0 ? '-' : '~'
    case 'adopt':
    case 'rename':
    case 'mark':
    case 'turns':
      return '~'
  }
}
