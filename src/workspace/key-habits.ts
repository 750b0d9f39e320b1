/** Keys of other tools whose meaning depends on their value, or on what stands beside them: what to write instead. */
import { DAY } from '../time/instant.ts'
import { sayList } from '../time/list.ts'
import { readDayRange, readWritten } from '../time/written.ts'
import { zonesMeantBy } from '../time/zone-words.ts'
import { writeDay } from '../time/wall.ts'
import { daysMeantBy } from './day-words.ts'
import {
  contact,
  CONTACT,
  daysIn,
  daysOff,
  duty,
  DUTY,
  HANDOFF,
  handoffWords,
  hoursOfOverride,
  meetingTimes,
  ownKey,
  restrictions,
  textOf,
  turnOfTwo,
  TURN_COUNT,
  TURN_UNIT,
  windowHours,
  type Found,
  type Habit,
} from './key-answers.ts'
import { plainly } from './synonyms.ts'
import { ANY_KEY, type Entry } from './yaml/node.ts'

export type { Habit }

type Rule = readonly [things: RegExp, words: RegExp, say: (found: Found) => Habit | undefined]

/** The habit behind a key, or none. */
export function habitOf(what: string, entry: Entry, entries: readonly Entry[]): Habit | undefined {
  const word = plainly(entry.key.text)
  const matching = (words: RegExp): readonly Entry[] =>
    entries.filter(({ key }) => words.test(plainly(key.text)))
  const found: Found = {
    entry,
    word,
    value: entry.value,
    text: textOf(entry.value),
    all: matching,
    beside: (words) => matching(words)[0],
  }
  for (const [things, words, say] of RULES) {
    if (!things.test(what) || !words.test(word)) continue
    const habit = say(found)
    if (habit !== undefined) return habit
  }
  return undefined
}

const RULES: readonly Rule[] = [
  [
    /^a file$/,
    /^(aways?|vacations?|pto|leaves?|absences?|time_?off|out_of_office|ooo|unavailab\w*|days_off|sick)$/,
    () => ({ way: `: absences stand under each person, by 'away'` }),
  ],
  [
    /^a file$/,
    /^teams$/,
    ({ value }) => (value.kind === 'map' ? undefined : { way: `: write 'team'`, means: ['team'] }),
  ],
  [
    /^a file$/,
    /^(settings|config|configuration|options|defaults|global|globals|meta|metadata)$/,
    ({ value }) => {
      if (value.kind !== 'map') return undefined
      const inside = value.entries.map(({ key }) => `'${key.text}: …'`)
      return { way: `: write what is in it at the left margin (${sayList(inside.slice(0, 3))})` }
    },
  ],
  [/^a person$/, CONTACT, contact],
  [
    /^a person$/,
    /^(location|city|place|office|town|based_in|based|where|lives_in)$/,
    ({ text }) => {
      const [zone] = text === '' ? [] : zonesMeantBy(text)
      return {
        way:
          zone === undefined
            ? `: where somebody is say 'timezone' and 'country'`
            : `: where somebody is says 'timezone: ${zone}'`,
      }
    },
  ],
  [
    /^a person$/,
    /^(state|province|canton|region)$/,
    () => ({ way: `: a region stands in 'country', behind its country: as US-CA or DE-BY` }),
  ],
  [
    /^a person$/,
    /^(title|role|job|job_title|position|level|seniority|grade|team|group|avatar|photo|github|gitlab|color|colour|birthday|notes?|comments?)$/,
    ownKey,
  ],
  [/^a person$/, /^days_off$/, daysOff],
  [
    /^an? (override|rotation|layer|meeting|absence)$/,
    /^(ticket|jira|issue|priority|approved_by|approver|requested_by|created|created_by|status|tags?|labels?|severity|reminders?|agenda)$/,
    ownKey,
  ],
  [/^an override$/, /^(id|key|uid)$/, () => ({ way: `: it needs none, leave it out` })],
  [
    /^an override$/,
    /^(layer|level)$/,
    () => ({ way: `: it lies on top of all layers, leave it out` }),
  ],
  [
    /^an override$/,
    /^(for|cover|covers|covering|replacing|absent|out|swap_with)$/,
    ({ word, beside }) => {
      if (word === 'for' && beside(/^rotation$/) === undefined) return undefined
      if (beside(/^(who|add|with|user|person)$/) === undefined) return undefined
      return beside(/^instead_of$/) === undefined
        ? { way: `: write 'instead_of'`, means: ['instead_of'] }
        : undefined
    },
  ],
  [
    /^an override$/,
    /^with$/,
    ({ beside }) =>
      beside(/^who$/) === undefined ? { way: `: write 'who'`, means: ['who'] } : undefined,
  ],
  [
    /^an override$/,
    /^remove$/,
    ({ text, beside }) =>
      text === '' || beside(/^(who|add)$/) !== undefined
        ? undefined
        : {
            way: `: write 'who: nobody' and 'instead_of: ${text}'`,
            means: ['who'],
            isWhole: true,
          },
  ],
  [
    /^an override$/,
    /^swap$/,
    () => ({ way: `: a swap is two overrides, one for each stretch`, means: ['who'] }),
  ],
  [
    /^an override$/,
    /^(at|time|hours|start_time|end_time|start_hour|end_hour|times)$/,
    hoursOfOverride,
  ],
  [
    /^an override$/,
    /^(every|repeat|repeats|recurring|days|weekdays)$/,
    ({ beside }) =>
      beside(/^(on|from)$/) === undefined
        ? undefined
        : { way: `: it is for once; what comes again is a layer` },
  ],
  [
    /^an override$/,
    /^rotation$/,
    () => ({ way: `: it is for the rotation in which it stands, leave it out` }),
  ],
  [
    /^a (rotation|layer)$/,
    /^changes?$/,
    () => ({
      way: `: end the layer by 'end', and write what comes then as another one under 'layers'`,
    }),
  ],
  [/^a (rotation|layer)$/, HANDOFF, handoffWords],
  [/^a (rotation|layer)$/, TURN_UNIT, turnOfTwo],
  [/^a (rotation|layer)$/, TURN_COUNT, turnOfTwo],
  [
    /^a (rotation|layer)$/,
    /^(days|weekdays|on_days|active_days|days_of_week)$/,
    ({ value, text, beside }) => {
      if (beside(/^during$/) !== undefined) return { way: `: write it inside 'during'` }
      const days = daysIn(value, text)
      return days === undefined
        ? undefined
        : { way: `: write 'during: { days: ${days}, from: 00:00, to: 24:00 }'`, isWhole: true }
    },
  ],
  [/^a (rotation|layer)$/, /^restrictions?$/, restrictions],
  [
    /^a rotation$/,
    /^(schedule|schedule_id|pagerduty_id|pagerduty_schedule|pd|pd_id)$/,
    ({ text, beside }) => {
      if (!/^[PQ][A-Z0-9]{5,13}$/.test(text)) return undefined
      return beside(/^pagerduty$/) === undefined
        ? { way: `: write 'pagerduty: { schedule: ${text} }'`, isWhole: true }
        : { way: `: write it inside 'pagerduty'` }
    },
  ],
  [/^a rotation$/, /^teams?$/, () => ({ way: `: a file names the team once, at the left margin` })],
  [
    /^a meeting$/,
    /^(from|start_time|starts?_at|begin|begins|to|until|end_time|ends?_at)$/,
    meetingTimes,
  ],
  [/^a meeting$/, DUTY, duty],
  [
    /^a meeting$/,
    /^overrides?$/,
    () => ({
      way: `: 'move' holds one at another time, 'skip' leaves one out, and 'chair' has overrides`,
    }),
  ],
  [
    /^a change$/,
    /^(on|date|start|effective|since|starting|as_of|at_date|when|after)$/,
    ({ beside }) =>
      beside(/^from$/) === undefined ? { way: `: write 'from'`, means: ['from'] } : undefined,
  ],
  [
    /^a change$/,
    /^(until|to|end|ends|till)$/,
    () => ({
      way: `: it lasts until the next one: what is true again is another change, with its 'from'`,
    }),
  ],
  [
    /^a change$/,
    /^(chair|roles|scribe|host)$/,
    () => ({
      way: `: who comes and leaves is said in 'chair' itself, by 'from' and 'until' of its members`,
      means: [ANY_KEY],
    }),
  ],
  [
    /^a change$/,
    /^(name|title|start|skip|move)$/,
    ({ word }) => ({ way: `: '${word}' stands once, beside 'changes'`, means: [ANY_KEY] }),
  ],
  [
    /^a member$/,
    /^(away|vacation|pto|holiday|leave|absent|ooo)$/,
    () => ({ way: `: absences stand under the person, by 'away'` }),
  ],
  [
    /^a member$/,
    /^(turn|turns|weight|share|length|weeks)$/,
    () => ({ way: `: turns are alike; who is to have more is listed more often` }),
  ],
  [/^a window$/, /^(hours|times?|between)$/, windowHours],
  [
    /^an absence$/,
    /^(day|weekday|weekdays|every)$/,
    ({ text }) =>
      typeof readDayRange(text) === 'string' && daysMeantBy(text) !== undefined
        ? { way: `: write 'days'`, means: ['days', 'on', 'from', 'to'] }
        : undefined,
  ],
  [
    /^(an override|a role)$/,
    /^(from|to|until|start|end|date|dates|day|when)$/,
    ({ entry, beside, word, all }) => {
      if (beside(/^on$/) !== undefined || beside(/^rotation$/) !== undefined) return undefined
      const from = textOf(beside(/^(from|start)$/)?.value)
      const others = all(/^(from|to|until|start|end)$/)
      const range = readWritten(from)
      if (!/^(from|start)$/.test(word) || typeof range === 'string') return undefined
      return {
        way: `: which meetings are meant says 'on', a date or a range such as '${writeDay(Math.floor(range.wall / DAY))}'`,
        means: ['on'],
        takes: others.filter((each) => each !== entry),
      }
    },
  ],
]
