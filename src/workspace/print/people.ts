/** Who is on call, as YAML. */
import { list, word, type Yaml } from './emit.ts'

/** One id alone, several in brackets, none as `nobody`. */
export function peopleOf(people: readonly string[]): Yaml {
  const [only = 'nobody', ...more] = people
  return more.length === 0 ? word(only) : list(people.map(word))
}
