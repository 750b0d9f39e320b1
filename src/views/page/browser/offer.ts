/** In the card of a shift: a swap of it, as a command and as YAML to copy. */
import { copying } from './copy.ts'
import { h } from './dom.ts'
import { touches } from './search.ts'
import type { Person, Rota, Rotation, Shift } from './things.ts'
import { clockOf, type State } from './state.ts'
import { commandOf, tradesOf, yamlOf, type Trade } from './trade.ts'

/** Null where there is nothing to trade: what is over, or nobody else has a turn to come. */
export function offerOf(
  rota: Rota,
  rotation: Rotation,
  shift: Shift,
  state: State,
): HTMLElement | null {
  const trades = tradesOf(rota, rotation, shift, state.now)
  if (trades.length === 0) return null
  const choice = h('select', {}, h('option', { value: '' }, 'choose whose turn …'))
  for (const [i, trade] of trades.entries()) {
    choice.append(h('option', { value: i }, sayTrade(trade, shift, state)))
  }
  const said = h('div', { class: 'said' })
  choice.addEventListener('change', () => {
    const trade = trades[Number(choice.value)]
    said.replaceChildren()
    if (choice.value === '' || trade === undefined) return
    said.append(
      block('Command', commandOf(trade)),
      block('YAML', yamlOf(rota, trade)),
      h(
        'p',
        { class: 'faint' },
        'The command shows first what changes, and refuses what would put somebody on call twice, while away or without rest.',
      ),
    )
  })
  return h('div', { class: 'offer' }, h('label', {}, 'Swap for ', choice), said)
}

function block(what: string, text: string): HTMLElement {
  // It can be marked by hand too; it scrolls, so the keyboard has to reach it.
  return h(
    'figure',
    {},
    h(
      'figcaption',
      {},
      what,
      copying('Copy', `Copy as ${what === 'YAML' ? what : 'command'}`, () => text),
    ),
    h('pre', { tabindex: '0', 'aria-label': what }, text),
  )
}

/** `Bob Okafor, Mon 14 Dec 17:00 to Mon 21 Dec 17:00`; of several people with who gives. */
function sayTrade({ from, to, given, taken }: Trade, { people }: Shift, state: State): string {
  const clock = clockOf(state)
  const [start = 0, end = 0] = [taken[0]?.start, taken.at(-1)?.end]
  const who = people.length > 1 ? `${from.name} with ${to.name}` : to.name
  const away = [...(isAway(to, given) ? [to] : []), ...(isAway(from, taken) ? [from] : [])].map(
    ({ name }) => ` (${name} is away)`,
  )
  return `${who}, ${clock.range(start, end, state.now)}${away.join('')}`
}

function isAway({ away }: Person, pieces: Trade['given']): boolean {
  return away.some((one) => pieces.some((piece) => touches(one, piece)))
}
