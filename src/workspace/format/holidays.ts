/** The entries of a list of holidays, as they are written. */
import { text, type Shape, type Told } from './shape.ts'

const DATE = String.raw`\d{4}-\d\d-\d\d`
const YEARLY = String.raw`\d\d-\d\d`
const COUNTRY = '[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*'

/** A date, a range, one of each in every year, or a country. */
export const holidayEntry: Shape<Told<string>> = {
  read: text.read,
  schema: () => ({
    anyOf: [
      { type: 'string', pattern: `^(?:${range(DATE)}|${range(YEARLY)}|${COUNTRY})$` },
      // Norway, to the YAML of some editors.
      { type: 'boolean' },
    ],
    examples: ['2026-12-24', '2026-12-24..2027-01-01', '12-24', '12-31..01-01', 'NL', 'DE-SN'],
  }),
}

/** What a meeting skips: a date, a range, or a list of holidays by its name. */
export const skipEntry: Shape<Told<string>> = {
  read: text.read,
  schema: () => ({
    type: ['string', 'number', 'boolean'],
    examples: ['2026-12-24', '2026-12-24..2027-01-01'],
  }),
}

function range(one: string): string {
  return `${one}(?: *\\.\\. *${one})?`
}
