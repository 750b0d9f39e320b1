/** The keys of an override, in a rotation or in a list of its own. */
import type { DayRange } from '../../time/written.ts'
import type { Place } from '../../model/place.ts'
import { overrideText } from '../report.ts'
import { record } from './record.ts'
import { list, read, prose, some, text, type Fields, type Shape, type Told } from './shape.ts'
import { range, time, who, type Texts, type Times } from './values.ts'

export interface OverrideText {
  who: Texts
  add: Texts
  instead_of: Told<string>
  from: Times
  to: Times
  on: Told<DayRange>
  why: Told<string>
}

export interface FreeOverrideText extends OverrideText {
  rotation: Texts
}

/** Something that is read as a subject of its own: where it stands, and what it says unless that was wrong. */
export interface Apart<T> {
  readonly value: T | undefined
  readonly place: Place
}

const overrideFields = {
  who: { shape: who, doc: 'Who is on call instead; nobody empties the stretch.' },
  add: { shape: who, doc: 'Who is on call besides.' },
  instead_of: {
    shape: text,
    doc: 'Whom `who` replaces, and only there. Default: whoever is there.',
  },
  from: { shape: time, doc: 'From when.' },
  to: { shape: time, doc: 'Until when; not included.' },
  on: { shape: range, doc: 'Whole days, the last included.' },
  why: { shape: prose, doc: 'The reason, shown where somebody asks.' },
}

/** One in the list of a rotation. */
export const override: Shape<Fields<OverrideText>> = record<OverrideText>(
  'an override',
  overrideFields,
)

/** One in a file of their own, which names its rotation. */
export const freeOverride: Shape<Fields<FreeOverrideText>> = record<FreeOverrideText>(
  'an override',
  {
    rotation: {
      shape: some(list(text), 'the id of a rotation'),
      doc: 'Which rotation, or which ones.',
      required: true,
    },
    ...overrideFields,
  },
)

/** Reads overrides as a subject of their own: what is wrong in them is no fault of the turns beneath. */
export function apart<T>(shape: Shape<T>): Shape<Apart<T>> {
  return {
    schema: shape.schema,
    read: (node, report) => ({
      value: report.about(overrideText(node.place), () => read(shape, node, report)),
      place: node.place,
    }),
  }
}
