/** The people of a page: their names, colours and clocks, and when they are away. */
import { END_OF_TIME } from '../../time/instant.ts'
import { joined, touches, type Interval } from '../../time/interval.ts'
import { awayWithin, type Person } from '../../model/person.ts'
import type { Workspace } from '../../model/workspace.ts'
import { colourOf, hexOf } from '../colours.ts'
import { nameOf } from '../names.ts'
import { marksOf } from '../people-marks.ts'
import type { PageAway, PagePerson } from './data.ts'
import type { Holidays } from './holidays.ts'
import { initialsOf } from './initials.ts'
import type { Places } from './places.ts'
import { cleanLine, cleanWay, secondsOf } from './text.ts'

/** What is said of people. */
interface Wishes {
  readonly within: Interval
  readonly holidays: Holidays
  readonly places: Places
  /** Whether it is said how to reach them. */
  readonly contacts: boolean
}

/** Everybody, in the order of the files. */
export function peopleOf(workspace: Workspace, wishes: Wishes): PagePerson[] {
  const { within, holidays, places, contacts } = wishes
  const marks = marksOf(workspace, false)
  const initials = initialsOf(workspace, marks)
  return [...workspace.people.values()].map((person, i): PagePerson => {
    const { id, setting, changes, contact } = person
    const colour = colourOf(marks.get(id)?.number ?? i)
    return {
      id,
      name: cleanLine(nameOf(workspace, id)) || id,
      zone: setting.zone.name,
      moves: changes.map(({ from, zone }) => [secondsOf(from.instant), zone.name] as const),
      countries: holidays.countriesOf(person),
      away: awayOf(person, within, places),
      mark: initials.get(id) ?? '',
      colour: hexOf(colour),
      letters: colour.letters,
      ...(contacts && {
        contact: contact.map(({ name, value }) => [cleanLine(name), cleanWay(value)] as const),
      }),
      ...places.of(person.place),
    }
  })
}

/** In order of time; days in a row that come again are one absence. */
function awayOf(person: Person, within: Interval, places: Places): PageAway[] {
  return awayWithin(person, within)
    .flatMap((stretches) => {
      const [first] = stretches
      const { place } = places.of(first?.place)
      return joined(stretches)
        .filter((stretch) => touches(stretch, within))
        .map((stretch) => sayAway(stretch, place))
    })
    .sort((a, b) => a[0] - b[0])
}

function sayAway({ start, end }: Interval, place: PageAway[2]): PageAway {
  const ends = [Math.max(0, secondsOf(start)), secondsOf(Math.min(end, END_OF_TIME))] as const
  return place === undefined ? ends : [...ends, place]
}
