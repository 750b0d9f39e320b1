/** What does not go together behind `rotate export`. */
import { Failure } from '../io/failure.ts'
import { isOn, type Input } from './command.ts'

/** What is about calendars alone would be passed over in silence where none are written. */
export function refuseUnlike(input: Input): void {
  const isHtml = input.words.includes('html')
  for (const name of ['pages', 'titles', 'contacts', 'repository']) {
    if (input.options[name] === undefined) continue
    if (!isHtml) throw new Failure(`--${name} is about the page: 'rotate export html'`, 2)
  }
  if (isOn(input, 'titles') && !isOn(input, 'pages'))
    throw new Failure(`--titles goes with --pages`, 2)
  if (input.words.includes('ics')) return
  const odd = ['remind', 'previous', 'summary', 'prune'].find(
    (name) => input.options[name] !== undefined,
  )
  if (odd === undefined) return
  throw new Failure(
    `--${odd} is about calendars, and 'export html' alone writes none: 'rotate export ics html' writes both`,
    2,
  )
}
