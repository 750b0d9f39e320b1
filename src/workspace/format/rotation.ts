/** The keys of a rotation, of its layers and windows, their shapes and what they say. */
import type { Layer } from '../../model/rotation.ts'
import { coverageMeantBy, windowMeantBy } from '../window-words.ts'
import { handoff, windowDays } from './days.ts'
import { member, type MemberText } from './member.ts'
import { apart, override, type Apart, type OverrideText } from './override.ts'
import { record } from './record.ts'
import {
  choice,
  list,
  prose,
  scalar,
  some,
  text,
  word,
  type Fields,
  type Shape,
  type Told,
} from './shape.ts'
import { rows, type RowText } from './rows.ts'
import { edge, length, readTurns, time, type Texts, type Times } from './values.ts'
import { zone } from './zone.ts'

export interface WindowText {
  days: Texts
  from: Told<string>
  to: Told<string>
  except: Texts
}

type CoverageText = Told<'always' | 'none'> | readonly Fields<WindowText>[]

export interface LayerText {
  name: Told<string>
  timezone: Told<string>
  start: Times
  end: Times
  turn: Told<Layer['turn']>
  members: readonly Fields<MemberText>[]
  shifts: readonly RowText[]
  handoff: Told<string>
  during: readonly Fields<WindowText>[]
}

interface PagerDutyText {
  schedule: Told<string>
  kind: Told<'shifts' | 'layers'>
  foreign: Told<'keep' | 'remove'>
  team: Told<string>
}

export interface RotationText extends LayerText {
  coverage: CoverageText
  layers: readonly Fields<LayerText>[]
  overrides: Apart<readonly Fields<OverrideText>[]>
  follows: Told<string>
  by: Told<{ turns: number }>
  pagerduty: Fields<PagerDutyText>
}

const window: Shape<Fields<WindowText>> = record<WindowText>(
  'a window',
  {
    days: {
      shape: windowDays,
      doc: 'Days it opens on: mon, mon-fri, first monday, 15th, the name of a list of holidays. Default: all.',
    },
    from: {
      shape: edge,
      doc: 'Opens at: 09:00, or fri 17:00 for a weekly stretch.',
      required: true,
    },
    to: {
      shape: edge,
      doc: 'Closes at: 17:00, 24:00, or mon 09:00 for a weekly stretch.',
      required: true,
    },
    except: { shape: list(text), doc: 'Lists of holidays on whose days it does not open.' },
  },
  windowMeantBy,
)

const windows: Shape<readonly Fields<WindowText>[]> = list(window)

const coverage: Shape<CoverageText> = choice<CoverageText>(
  { scalar: word(['always', 'none'], coverageMeantBy), list: windows, map: windows },
  `'always', 'none', a window or a list of windows`,
)

const layerFields = {
  name: { shape: prose, doc: 'The name of the layer. Default: its number.' },
  timezone: { shape: zone, doc: 'The zone of its times. Default: the rotation’s.' },
  start: { shape: time, doc: 'The first handoff: turn 0 begins.' },
  end: { shape: time, doc: 'From then on the layer holds nothing.' },
  turn: {
    shape: length(['hours', 'days', 'months', 'shifts', 'weeks'], '1 week'),
    doc: 'How long each turn is: hours, days, weeks, months, or shifts (openings of its windows).',
  },
  members: {
    shape: some(list(member), `people, or 'nobody' for turns left empty`),
    doc: 'Who takes turns, in order. A list in it is a pair. One alone, without a turn, is always on call.',
  },
  shifts: {
    shape: rows,
    doc: 'A table of who is on call from when on, each until the next row.',
  },
  handoff: {
    shape: handoff,
    doc: 'Of turns of months: the day of the month on which they begin (first monday). Of a table of shifts: the time of day of dates that have none.',
  },
  during: {
    shape: some(windows, `a window: { days, from, to }`),
    doc: 'When the layer is active. Default: always.',
  },
}

const layer: Shape<Fields<LayerText>> = record<LayerText>('a layer', layerFields)

export const rotation: Shape<Fields<RotationText>> = record<RotationText>('a rotation', {
  ...layerFields,
  name: { shape: prose, doc: 'The name as people see it. Default: the id.' },
  timezone: { shape: zone, doc: 'The zone of its times. Default: the workspace’s.' },
  end: { shape: time, doc: 'From then on it is over: nobody is on call, and nobody must be.' },
  coverage: { shape: coverage, doc: 'When somebody must be on call. Default: always.' },
  layers: { shape: list(layer), doc: 'Repeating patterns; later ones lie on top.' },
  overrides: {
    shape: apart(list(override)),
    doc: 'Somebody else, for a stretch; later ones win.',
  },
  follows: { shape: text, doc: 'Another rotation whose roster and turns this one has.' },
  by: {
    shape: scalar('bad-number', readTurns, { type: ['integer', 'string'], examples: [1] }),
    doc: 'How many turns ahead of the followed rotation. Default: 1.',
  },
  pagerduty: {
    shape: record<PagerDutyText>(
      'a PagerDuty schedule',
      {
        schedule: {
          shape: text,
          doc: 'The id of the schedule. Default: found by name, or created.',
        },
        kind: { shape: word(['shifts', 'layers']), doc: 'Of a new one. Default: shifts.' },
        foreign: {
          shape: word(['keep', 'remove']),
          doc: 'Overrides made there by hand. Default: keep.',
        },
        team: { shape: text, doc: 'The id of the team in PagerDuty that a new one belongs to.' },
      },
      (written) => (/^[A-Z0-9]{6,14}$/.test(written) ? `{ schedule: ${written} }` : undefined),
    ),
    doc: 'How it is kept in PagerDuty.',
  },
})
