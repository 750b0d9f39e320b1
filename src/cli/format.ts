/** `--format`, `--json`, which is one of them, and `--bom` of those that are for a spreadsheet. */
import { sayList } from '../time/list.ts'
import { Failure } from '../io/failure.ts'
import { shellWord } from '../io/shell.ts'
import { FORMATS, sayFormat, type Format, type Outputs } from '../views/output.ts'
import type { Look } from '../views/look.ts'
import { isOn, textOf, type Command, type Input, type Option } from './command.ts'
import { json, noColor, noPager } from './options.ts'

/** What a command can answer in; one that takes `--json` and names no forms has these. */
const USUAL: readonly Format[] = ['text', 'json']

/** The forms of a command's answer, the usual one first; none of one that gives no answer. */
function formatsIn({ formats, options }: Command): readonly Format[] {
  return formats ?? (options.includes(json) ? USUAL : [])
}

/** Without it Excel on Windows takes a file for the system's code page. */
const bom: Option = {
  flag: '--bom',
  help: 'begin the CSV with a byte order mark, which Excel wants',
}

/** All options of a command: those that it names, those that say the form before `--json`, and what goes with colours. */
export function optionsOf(command: Command): readonly Option[] {
  return withForm(command).flatMap((option) => (option === noColor ? [option, noPager] : [option]))
}

function withForm(command: Command): readonly Option[] {
  const formats = formatsIn(command)
  if (formats.length === 0) return command.options
  const [usual, ...others] = formats.map(sayFormat)
  const format: Option = {
    flag: FLAG,
    help: sayList([`${usual} (default)`, ...others], 'or'),
    offer: formats,
  }
  const before = formats.includes('csv') ? [bom, format] : [format]
  return command.options.flatMap((option) => (option === json ? [...before, json] : [option]))
}

/** How `--format` is written in the help. */
export const FLAG = '-o, --format <format>'

/** The options as they were typed, with the one form that is asked for under `format`, however it was said. */
export function withFormat(input: Input, command: Command): Input {
  const [usual, ...others] = formatsIn(command)
  if (usual === undefined) return input
  const text = textOf(input, 'format')
  if (text !== undefined && isOn(input, 'json')) {
    throw new Failure(`--json is --format json, and --format ${text} is given too: one of them`, 2)
  }
  const wanted = isOn(input, 'json') ? 'json' : (text ?? usual)
  const format = [usual, ...others].find((known) => known === wanted)
  if (format === undefined) {
    const known = sayList([usual, ...others], 'or')
    throw new Failure(`--format '${wanted}': expected ${known}${outOf(wanted, command)}`, 2)
  }
  if (isOn(input, 'bom') && format !== 'csv') {
    throw new Failure('--bom is about --format csv alone', 2)
  }
  return { ...input, options: { ...input.options, format, json: format === 'json' } }
}

/** ` (did you mean --out public/?)`: of other programs `-o` is the file or folder that they write. */
function outOf(word: string, { options }: Command): string {
  const isPath = /[./]/.test(word) && options.some(({ flag }) => flag.startsWith('--out '))
  return isPath ? ` (did you mean --out ${shellWord(word)}?)` : ''
}

/** The form that is asked for; `text` of what gives no answer. */
export function formatOf({ options }: Pick<Input, 'options'>): Format {
  const name = options['format']
  const known = Object.keys(FORMATS) as Format[]
  return known.find((format) => format === name) ?? 'text'
}

/** An answer in the form that is asked for. */
export function sayAs<A>(outputs: Outputs<A>, answer: A, input: Input, look: Look): string {
  const say = outputs[formatOf(input)]
  if (say === undefined) throw new TypeError('a form that the command does not name')
  return (isOn(input, 'bom') ? '\uFEFF' : '') + say(answer, look)
}
