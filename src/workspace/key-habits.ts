/** Keys of other tools whose meaning depends on their value, or on what stands beside them: what to write instead. */
import { DAY } from '../time/instant.ts'
import { readLength } from '../time/length.ts'
import { sayList } from '../time/list.ts'
import { readDayRange, readWritten } from '../time/written.ts'
import { zonesMeantBy } from '../time/zone-words.ts'
import { writeDay } from '../time/wall.ts'
import { daysMeantBy } from './day-words.ts'
import {
  daysIn,
  daysOff,
  handoffWords,
  hoursOfOverride,
  meetingTimes,
  ownKey,
  restrictions,
  textOf,
  together,
  turnOfTwo,
  TURN_COUNT,
  TURN_UNIT,
  windowHours,
  type Found,
  type Habit,
} from './key-answers.ts'
import { sentenceOn } from './key-sentences.ts'
import { asKey } from './synonyms.ts'
import { ANY_KEY, type Entry } from './yaml/node.ts'

export type { Habit }

/** Keys of some things that are one of these words: what is meant by them, in this company. */
type Rule = readonly [things: RegExp, words: RegExp, say: (found: Found) => Habit | undefined]

/** The habit behind a key, or none. */
export function habitOf(
  what: string,
  entry: Entry,
  entries: readonly Entry[],
  names: readonly string[],
): Habit | undefined {
  const word = asKey(entry.key.text)
  const all = (words: RegExp): readonly Entry[] =>
    entries.filter(({ key }) => words.test(asKey(key.text)))
  const { value } = entry
  const beside = (words: RegExp): Entry | undefined => all(words)[0]
  const found = { entry, word, value, names, text: textOf(value), all, beside }
  for (const [things, words, say] of RULES) {
    if (!things.test(what) || !words.test(word)) continue
    const habit = say({ ...found, alike: all(words) })
    if (habit !== undefined) return habit
  }
  return sentenceOn(what, word)
}

const SECTION = /^(team|timezone|holidays|people|rotations|overrides|meetings|checks)$/

const RULES: readonly Rule[] = [
  [/./, /^x_./, ({ word }) => ({ way: `: write 'x-${word.slice(2).replaceAll('_', '-')}'` })],
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
      const known = value.entries.filter(({ key }) => SECTION.test(key.text))
      if (known.length === 0) return undefined
      const inside = known.map(({ key }) => `'${key.text}: …'`)
      return { way: `: write what is in it at the left margin (${sayList(inside.slice(0, 3))})` }
    },
  ],
  [
    /^a person$/,
    /^(phone|mobile|cell|tel|telephone|sms|slack|telegram|signal|whatsapp|teams|discord|matrix|irc|pager|phone_number|mobile_number|slack_id|slack_handle)$/,
    together('contact', /^contacts?$/),
  ],
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
    /^(title|role|job|job_title|position|level|seniority|grade|team|group|avatar|photo|github|gitlab|color|colour|birthday|notes?|comments?)$/,
    ownKey,
  ],
  [/^a person$/, /^days_off$/, daysOff],
  [
    /^an? (override|rotation|layer|meeting|absence)$/,
    /^(ticket|jira|issue|priority|approved_by|approver|requested_by|created|created_by|status|tags?|labels?|severity|reminders?|agenda)$/,
    ownKey,
  ],
  [
    /^an override$/,
    /^(for|cover|covers|covering|replacing|absent|out|swap_with)$/,
    ({ word, text, beside }) => {
      if (isLength(text)) return { way: `: write when it ends by 'to'`, means: [ANY_KEY] }
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
    /^a (rotation|layer)$/,
    /^(handoff|handover|rotation|change|switch|start|handoff_at)_(day|time|weekday|hour|day_of_week|at)$|^(handover|rotates_on|changes_on|handoff_on)$/,
    handoffWords,
  ],
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
  [
    /^a meeting$/,
    /^(from|start_time|starts?_at|begin|begins|to|until|end_time|ends?_at)$/,
    meetingTimes,
  ],
  [
    /^a meeting$/,
    /^(scribe|note_?taker|notes|minutes|secretary|time_?keeper|presenter|facilitator_2|demo)$/,
    together('roles', /^roles$/),
  ],
  [
    /^a change$/,
    /^(on|date|start|effective|since|starting|as_of|at_date|when|after)$/,
    ({ beside }) =>
      beside(/^from$/) === undefined ? { way: `: write 'from'`, means: ['from'] } : undefined,
  ],
  [
    /^a change$/,
    /^(name|title|start|skip|move)$/,
    ({ word }) => ({ way: `: '${word}' stands once, beside 'changes'`, means: [ANY_KEY] }),
  ],
  [/^a window$/, /^(hours|times?|between)$/, windowHours],
  // `{ days: mon-fri, 09:00-17:00 }`
  [/^a window$/, /^\d/, (found) => windowHours({ ...found, text: found.entry.key.text })],
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
    ({ entry, beside, word, all, names }) => {
      // Overrides of a rotation say from when to when; those of a role, which meetings.
      if (names.includes('from') || beside(/^on$/) !== undefined) return undefined
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

function isLength(text: string): boolean {
  return typeof readLength(text, ['minutes', 'hours', 'days', 'weeks', 'months']) !== 'string'
}
