/** For the tests of calendars: YAML in, what stands in the files out, read by ical.js. */
import { expect } from '@jest/globals'
import ICAL from 'ical.js'
import { planCalendars, type CalendarPlan, type CalendarRequest } from '../../src/ical/plan.ts'
import { sayFullTime } from '../../src/time/words.ts'
import { UTC } from '../../src/time/zone.ts'
import { load } from '../../src/workspace/load.ts'
import type { Workspace } from '../../src/model/workspace.ts'

export const STAMP = Date.UTC(2026, 10, 1, 12)

export function workspaceOf(yaml: string): Workspace {
  const { workspace, problems } = load([{ path: 'rotations/x.yaml', text: yaml }])
  expect(problems.map(({ message }) => message)).toEqual([])
  return workspace
}

export function within(from: string, to: string): CalendarRequest['within'] {
  return { start: Date.parse(`${from}Z`), end: Date.parse(`${to}Z`) }
}

/** A plan, and of each file whether it is not what was published, byte for byte. */
export interface Planned extends CalendarPlan {
  readonly files: readonly (CalendarPlan['files'][number] & { readonly changed: boolean })[]
}

/** December 2026, and nothing published, unless said otherwise. */
export function plan(yaml: string, more: Partial<CalendarRequest> = {}): Planned {
  const request = {
    workspace: workspaceOf(yaml),
    within: within('2026-12-01', '2027-01-01'),
    stamp: STAMP,
    published: new Map<string, string>(),
    ...more,
  }
  const { files, ...rest } = planCalendars(request)
  const changed = (path: string, text: string): boolean => text !== request.published.get(path)
  return {
    ...rest,
    files: files.map((file) => ({ ...file, changed: changed(file.path, file.text) })),
  }
}

/** What is published once a plan was carried out. */
export function after({ files }: CalendarPlan): Map<string, string> {
  return new Map(files.map(({ path, text }) => [path, text]))
}

export function textAt(calendars: CalendarPlan, path: string): string {
  const file = calendars.files.find((one) => one.path === path)
  if (file === undefined) throw new Error(`no ${path}`)
  return file.text
}

export interface Read {
  readonly uid: string
  readonly start: number
  readonly end: number
  readonly summary: string
  readonly description: string
  readonly sequence: number
  readonly stamp: number
  readonly component: ICAL.Component
}

/** The events of a calendar as ical.js reads them. */
export function read(text: string): Read[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[] as never)
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const value = (name: string): unknown => component.getFirstPropertyValue(name)
    const time = (name: string): number => (value(name) as ICAL.Time).toUnixTime() * 1000
    expect(value('last-modified')).toEqual(value('dtstamp'))
    return {
      uid: value('uid') as string,
      start: time('dtstart'),
      end: time('dtend'),
      summary: value('summary') as string,
      description: value('description') as string,
      sequence: value('sequence') as number,
      stamp: time('dtstamp'),
      component,
    }
  })
}

/** `Mon 30 Nov 2026 16:00  Alice: Primary`, one a line. */
export function picture(text: string): string {
  return read(text)
    .map(({ start, summary }) => `${sayFullTime(UTC, start)}  ${summary}`)
    .join('\n')
}
