/** What a thing has no key for, and why: said whatever stands behind it, and beside it. */
import { ANY_KEY } from './yaml/node.ts'
import type { Habit } from './key-answers.ts'

/** `means` are keys of the thing that it says, where it says any. */
type Sentence = readonly [things: RegExp, words: RegExp, way: string, means?: readonly string[]]

/** The sentence on a key (`uid`, of `UID`) of a thing (`a rotation`), or none. */
export function sentenceOn(what: string, word: string): Habit | undefined {
  const found = SENTENCES.find(([things, words]) => things.test(what) && words.test(word))
  if (found === undefined) return undefined
  const [, , way, means] = found
  return { way: `: ${way}`, ...(means && { means }) }
}

/** What zones and lengths are called, where a thing has neither on purpose. */
const TIMEZONE = /^(timezone|tz|time_zone|zone|tzid|iana_timezone)$/
const DURATION = /^(duration|length|takes|lasts|minutes|mins|hours|turn|how_long)$/

const SENTENCES: readonly Sentence[] = [
  [
    /^a file$/,
    /^(aways?|vacations?|pto|leaves?|absences?|time_?off|out_of_office|ooo|unavailab\w*|days_off|sick)$/,
    `absences stand under each person, by 'away'`,
  ],
  [
    /^a person$/,
    /^(state|province|canton|region)$/,
    `a region stands in 'country', behind its country: as US-CA or DE-BY`,
  ],
  [/^an override$/, /^(id|key|uid)$/, `it needs none, leave it out`],
  [/^an override$/, /^(layer|level)$/, `it lies on top of all layers, leave it out`],
  [/^an override$/, /^swap$/, `a swap is two overrides, one for each stretch`, ['who']],
  [/^an override$/, /^rotation$/, `it is for the rotation in which it stands, leave it out`],
  [
    /^a (rotation|layer)$/,
    /^changes?$/,
    `end the layer by 'end', and write what comes then as another one under 'layers'`,
  ],
  [/^a rotation$/, /^teams?$/, `a file names the team once, at the left margin`],
  [
    /^a meeting$/,
    /^overrides?$/,
    `'move' holds one at another time, 'skip' leaves one out, and 'chair' has overrides`,
  ],
  [
    /^a change$/,
    /^(until|to|end|ends|till)$/,
    `it lasts until the next one: what is true again is another change, with its 'from'`,
  ],
  [
    /^a change$/,
    /^(chair|roles|scribe|host)$/,
    `who comes and leaves is said in 'chair' itself, by 'from' and 'until' of its members`,
    [ANY_KEY],
  ],
  [
    /^a member$/,
    /^(away|vacation|pto|holiday|leave|absent|ooo)$/,
    `absences stand under the person, by 'away'`,
  ],
  [
    /^a member$/,
    /^(turn|turns|weight|share|length|weeks)$/,
    `turns are alike; who is to have more is listed more often`,
  ],
  [
    /^a (person|rotation|meeting)$/,
    /^(id|key|uid|uuid|slug)$/,
    `the word that it stands under is its id`,
    [ANY_KEY],
  ],
  [
    /^an override$/,
    TIMEZONE,
    `its times are in the zone of the rotation, or fixed by an offset behind each`,
  ],
  [
    /^an absence$/,
    TIMEZONE,
    `its times are in the zone of the person, or fixed by an offset behind each`,
  ],
  [/^a window$/, TIMEZONE, `its times are in the zone of the layer: write 'timezone' there`],
  [/^an (override|absence)$/, DURATION, `write when it ends by 'to'`, [ANY_KEY]],
  [
    /^a (rotation|layer)$/,
    /^(cron|rrule)$/,
    `write the first handoff by 'start' and how long each turn is by 'turn'`,
    [ANY_KEY],
  ],
  [/^a meeting$/, /^cron$/, `write the days by 'days' and the time by 'at'`, [ANY_KEY]],
  [
    /^a meeting$/,
    /^rrule$/,
    `write the days by 'days', the time by 'at' and the weeks by 'every'`,
    ['every'],
  ],
  [/^a rotation$/, /^role$/, `the id says it, and 'name' what people see`, [ANY_KEY]],
  [/^a rotation$/, /^overlap$/, `a turn ends where the next begins`, [ANY_KEY]],
  [
    /^a rotation$/,
    /^escalation$/,
    `who is asked next is another rotation, which follows this one`,
    [ANY_KEY],
  ],
  [
    /^a person$/,
    /^(holidays|public_holidays|bank_holidays|vacation_days|calendars)$/,
    `whose public holidays count says 'country', and when they are away says 'away'`,
    [ANY_KEY],
  ],
]
