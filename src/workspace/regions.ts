/** What countries and regions are called besides their codes, from a list that somebody gives. */
import { withoutAccents } from '../time/accents.ts'

let text: () => string = () => ''

/** Gives the list: in each line a code (`DE-BY`) and a name (`Bayern`), with a tab between. */
export function knowRegions(list: () => string): void {
  text = list
}

/** The codes of what is called so; none, where no list was given. */
export function regionsCalled(name: string): string[] {
  const plain = plainly(name)
  return text()
    .split('\n')
    .flatMap((line) => {
      const [code = '', called = ''] = line.split('\t')
      return called !== '' && plainly(called) === plain ? [code] : []
    })
}

/** Small letters without accents. */
export function plainly(name: string): string {
  return withoutAccents(name).trim().toLowerCase()
}
