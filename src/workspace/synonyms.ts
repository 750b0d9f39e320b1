/** The words of other tools for our keys. */

/** Our keys, and what people call them; of several that a thing has, the first one is meant. */
const KEYS: Readonly<Record<string, string>> = {
  members:
    'users user participants participant people persons person team roster assignees engineers staff order who rolling_users on_call_users rotation_members roster_members names',
  attendees:
    'users participants members people invitees guests who team required optional required_attendees',
  who: 'user users person people participant participants member members assignee engineer oncall to_user substitute cover covered_by replacement new id name',
  people: 'users team members persons person participants staff engineers contacts',
  rotations: 'schedules schedule rotation rota rotas rosters oncall escalation_policies teams',
  meetings: 'meeting events event calls standups',
  overrides: 'override swaps swap exceptions exception substitutions changes replacements covers',
  holidays: 'holiday public_holidays bank_holidays vacation_days calendars',
  checks: 'check rules lint policy policies',
  layers: 'schedule_layers layer rotations rotation schedules tiers',
  timezone: 'tz time_zone zone tzid iana_timezone',
  team: 'name title organisation organization company group',
  rotation: 'schedule rota layer on role for of rotations schedules',
  instead_of:
    'replaces replace instead for from_user original old covers covered replacing covering',
  why: 'reason note notes comment comments description summary title message because name',
  at: 'time start_time hour begins when from start_at',
  on: 'date day days dates when at range day_of',
  'on-call': 'rotation oncall schedule role rota duty',
  start:
    'from begin begins beginning since start_date start_time starts first first_handoff starting handoff_at rotation_virtual_start effective anchor epoch',
  from: 'date original due start begin begins beginning since start_date start_time starts starting joins joined after',
  end: 'until to ends end_date end_time ending finish stop till last_day',
  to: 'end until ends end_date end_time till finish stop',
  until: 'to end ends end_date end_time till leaves left finish last_day before',
  turn: 'length shift_length duration interval period cadence frequency every repeat recurrence rotation_length rotation_turn_length handoff_interval shift rotate rotates type turns cycle schedule each rotation_turn_length_seconds turn_length length_seconds rotation_length_seconds turn_duration shift_duration duration_seconds rotate_every rotates_every',
  every: 'repeat repeats recurrence frequency interval cadence rrule turn period',
  duration: 'length takes lasts minutes mins hours turn how_long',
  days: 'day on weekday weekdays day_of_week days_of_week start_day dow weekly byday when',
  during:
    'window windows hours when active restriction restrictions schedule time_restriction working_hours days active_hours business_hours between',
  coverage: 'hours required cover covers support_hours business_hours service_hours',
  handoff:
    'handoff_time handover handover_time handoff_day rotation_time handoff_at time at rotation_day',
  follows: 'follow following shadows shadow after behind same_as copies based_on mirrors',
  by: 'offset turns ahead shift steps',
  skip: 'cancel cancelled canceled cancellations exdate exdates except exceptions skipped skips exclude holidays',
  except:
    'exclude excluding excludes without not skip holidays unless holiday exclude_holidays skip_holidays',
  place: 'location where url link room zoom meet join call video',
  chair:
    'host leader lead facilitator moderator chairperson chairs chaired_by owner organizer organiser led_by rotation runs chairman chairwoman chaired',
  move: 'moved moves reschedule rescheduled rescheduling',
  email: 'mail e_mail email_address address mail_address',
  name: 'title label display_name full_name fullname summary real_name',
  contact:
    'phone mobile slack telegram tel telephone contacts contact_methods sms teams handle pager',
  hours:
    'working_hours work_hours business_hours office_hours workday working_day workhours availability',
  country: 'region location locale holidays holiday_calendar nation state',
  weekend: 'weekends',
  away: 'vacation vacations pto ooo out_of_office leave holiday holidays absence absences absent unavailable time_off off unavailability not_available blocked days_off',
  pagerduty: 'pd pagerduty_id user_id pd_id',
  schedule: 'id schedule_id',
  shifts: 'table rows dates',
}

/** `start_date`, of `startDate`, `Start-Date`, `START DATE`. */
export function asKey(word: string): string {
  return word
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_')
    .toLowerCase()
    .replaceAll(/[- _]+/g, '_')
}

const WORDS: ReadonlyMap<string, readonly string[]> = byWord()

function byWord(): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [key, words] of Object.entries(KEYS)) {
    for (const word of words.split(' ')) found.set(word, [...(found.get(word) ?? []), key])
  }
  return found
}

/** The key, of those that a thing has, that somebody meant who wrote another tool's word, or ours in another spelling. */
export function keyMeantBy(word: string, keys: readonly string[]): string | undefined {
  const plain = asKey(word)
  const same = keys.find((key) => asKey(key) === plain)
  return same ?? WORDS.get(plain)?.find((key) => keys.includes(key))
}
