/** Times as people type them, for completion: a few of each kind, so that the others can be thought of. */

/** A word that can be typed, and what it is. */
export type Offered = readonly [word: string, meaning: string]

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** Each with words of its own: a shell puts those with the same beside each other. */
const WEEKDAYS = DAYS.map((day): Offered => [day.toLowerCase(), `the next ${day}`])

/** For `--from`, `--to`, `--at`. */
export const TIME_WORDS: readonly Offered[] = [
  ['now', 'this minute'],
  ['today', 'the beginning of the day'],
  ['tonight', '18:00'],
  ['tomorrow', 'its beginning'],
  ...WEEKDAYS,
  ['noon', 'today, or tomorrow where that is over'],
  ['next week', 'Monday'],
  ['next month', 'its first day'],
  ['+1w', 'a week from now (in --to: after --from)'],
  ['+4w', 'four weeks'],
  ['+3mo', 'three months'],
  ['-1w', 'a week ago'],
  ['-3mo', 'three months ago'],
]

/** For `--on`, and for who is away. */
export const DAY_WORDS: readonly Offered[] = [
  ['today', 'all of it'],
  ['tonight', '18:00 to 07:00'],
  ['tomorrow', 'all of it'],
  ...WEEKDAYS,
  ['weekend', 'Saturday and Sunday'],
  ['next week', 'Monday to Sunday'],
]
