/** What people type for a stretch out of habit, and how it is typed here: `24 dec to 27 dec`, `until friday`, `for 2 weeks`. */

/** Ranges that a text may mean, the likeliest first, as they are typed; whether one can be read is for the reader to say. */
export function rangesMeantBy(text: string): string[] {
  const words = text.trim().replaceAll(/\s+/g, ' ')
  if (words.length > LONGEST) return []
  return [...lasting(words), ...upTo(words), ...between(words.replace(/^(from|between) /i, ''))]
}

/** Nobody types a range that long. */
const LONGEST = 100

/** `for 2 weeks`, `3 days`, `the next 4 hours`, `tomorrow for 3 days` */
function lasting(words: string): string[] {
  const [, begin = '', length = ''] =
    /^(.*?) ?(?:\b(?:for|next|the next|for the next) )?(\d{1,3} ?[a-z]+)$/i.exec(words) ?? []
  if (length === '') return []
  if (begin !== '') return [`${begin}..+${length}`]
  return [/^\d+ ?(h|m(?!o))/i.test(length) ? `now..+${length}` : `today..+${length}`]
}

/** `until friday`, `till 17:00`: from today on, or from now where it ends at a time of day. */
function upTo(words: string): string[] {
  const [, end = ''] = /^(?:until|till|to|up to) (.+)$/i.exec(words) ?? []
  if (end === '') return []
  return [/:|\d ?[ap]\.?m|^(noon|midnight)$/i.test(end) ? `now..${end}` : `today..${end}`]
}

/** `24 dec to 27 dec`, `friday 18:00-22:00`, `24-27 dec`, `Dec 24 - 27`, `tomorrow 9-12` */
function between(words: string): string[] {
  return [...words.matchAll(BETWEEN)].flatMap(({ index, 0: gap }) => {
    const [from, to] = [words.slice(0, index), words.slice(index + gap.length)]
    const [, month] = /^\d{1,2}(?:st|nd|rd|th)?( [a-z]+)$/i.exec(to) ?? []
    const [, day] = /^([a-z]+ )\d{1,2}(?:st|nd|rd|th)?$/i.exec(from) ?? []
    return [
      `${from}..${to}`,
      ...(month === undefined ? [] : [`${from}${month}..${to}`]),
      ...(day === undefined ? [] : [`${from}..${day}${to}`]),
      `${withMinutes(from)}..${withMinutes(to)}`,
    ]
  })
}

const BETWEEN = / *(?:\.{2,}|…|–|—|~|→|->|-) *| +(?:to|until|till|through|thru|bis) +/gi

/** `tomorrow 09:00` of `tomorrow 9`. */
function withMinutes(words: string): string {
  return words.replace(
    /(^| )(\d{1,2})(?::(\d\d))?$/,
    (_, gap: string, hour: string, minutes = '00') => {
      return `${gap}${hour.padStart(2, '0')}:${minutes}`
    },
  )
}
