/** What countries and regions are called besides their codes, from a list that somebody gives. */
import { plainly } from '../time/accents.ts'
import { once } from '../time/once.ts'
import { groupBy } from '../model/group.ts'

type CodesByName = ReadonlyMap<string, readonly string[]>

let known: () => CodesByName = () => new Map()

/** Gives the list: in each line a code (`DE-BY`) and a name (`Bayern`), with a tab between; read when somebody asks. */
export function knowRegions(list: () => string): void {
  known = once(() => {
    const lines = list().split('\n')
    return codesByName(
      lines.map((line) => {
        const [code = '', name = ''] = line.split('\t')
        return [code, name] as const
      }),
    )
  })
}

/** The codes of what is called so; none, where no list was given. */
export function regionsCalled(name: string): readonly string[] {
  return known().get(plainly(name)) ?? []
}

/** Codes by names in small letters without accents, in the order in which they come. */
export function codesByName(pairs: Iterable<readonly [code: string, name: string]>): CodesByName {
  const codes = groupBy(
    pairs,
    ([, name]) => plainly(name),
    ([code]) => code,
  )
  codes.delete('')
  return codes
}
