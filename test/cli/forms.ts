/** Which forms the answers of a command have. */
import { COMMANDS } from '../../src/cli/commands.ts'
import { optionsOf } from '../../src/cli/format.ts'
import { FORMATS, type Format } from '../../src/views/output.ts'

/** Commands that answer without asking git, PagerDuty or anybody. */
export const ANSWERS = [
  'status',
  'who',
  'shifts',
  'calendar',
  'meetings',
  'check',
  'stats',
] as const

/** The forms of a command's answer by the name of the command, the usual one first. */
export async function formsOf(name: string): Promise<readonly Format[]> {
  const command = await COMMANDS.find((each) => each.name === name)?.load()
  const offer = command && optionsOf(command).find(({ flag }) => flag.includes('--format '))?.offer
  return Array.isArray(offer) ? offer.filter(isForm) : []
}

function isForm(name: string): name is Format {
  return name in FORMATS
}
