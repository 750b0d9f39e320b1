/** Who is asking: the person whom `ROTATE_ME` names, or whose address git has. */
import { meantBy } from '../model/called.ts'
import { addressIn } from '../io/author.ts'
import { Failure } from '../io/failure.ts'
import type { Session } from './session.ts'

/** The id of whoever asks. That they are nobody whom the files know is a mistake. */
export function viewerOf({ workspace, folder, env }: Session): string {
  const people = [...workspace.people.values()]
  const word = env['ROTATE_ME']
  if (word !== undefined && word !== '') {
    const [only, more] = meantBy(word, people)
    if (only !== undefined && more === undefined) return only.id
    throw new Failure(`ROTATE_ME=${word} is ${only ? 'more than one' : 'none'} of the people`, 2)
  }
  const way = `ROTATE_ME=${people[0]?.id ?? 'alice'} (an id, a name or an address) says who you are`
  const address = addressIn(folder)
  if (address === undefined) {
    throw new Failure(`who is 'me'? git has no user.email here: ${way}`, 2)
  }
  const found = people.find(({ email }) => email?.toLowerCase() === address.toLowerCase())
  if (found !== undefined) return found.id
  throw new Failure(`who is 'me'? Nobody has the address ${address} (git's user.email): ${way}`, 2)
}
