/** What changes in a calendar that is published already, and what does not. */
import { describe, expect, it } from '@jest/globals'
import { readCalendar } from '../../src/ical/published.ts'
import { after, plan, read, STAMP, textAt, within } from './publishing.ts'

const YAML = `
  people:
    alice: { name: Alice }
    bob: { name: Bob, timezone: America/New_York }
    carol: { name: Carol }
  rotations:
    primary:
      start: 2026-12-01
      turn: 1 week
      members: [alice, bob]
  meetings:
    weekly: { days: monday, at: 09:00, duration: 1 hour, attendees: [bob] }`

const SWAP = `overrides: [{ who: carol, instead_of: bob, from: 2026-12-08, to: 2026-12-15 }]`
const SWAPPED = YAML.replace('members', `${SWAP}\n      members`)
const LATER = STAMP + 86_400_000

/** What is published by a first run. */
const first = plan(YAML)
const published = after(first)

const undated = (text: string): string =>
  text.replaceAll(/^(DTSTAMP|LAST-MODIFIED|X-ROTATE-DIGEST):.*$/gm, '$1')

/** Without what it is called, which in a person's own file is another thing. */
const uncalled = (text = ''): string => text.replaceAll(/^(SUMMARY|X-ROTATE-DIGEST):.*$/gm, '$1')

describe('a second run', () => {
  it('on the same input gives the same bytes, whatever the stamp, and changes nothing', () => {
    const second = plan(YAML, { published, stamp: LATER })
    expect(second.files).toEqual(first.files.map((file) => ({ ...file, changed: false })))
    expect(plan(YAML)).toEqual(first)
  })

  it('changes only the events that say something else, in every file alike, and one more each time', () => {
    const second = plan(SWAPPED, { published, stamp: LATER })
    expect(second.files.filter(({ changed }) => changed).map(({ path }) => path)).toEqual([
      'rotations/primary.ics',
      'people/alice.ics',
      'people/bob.ics',
      'people/carol.ics',
      'team.ics',
    ])
    // The shift itself, and the one before it, of which it is the next.
    const changed = ['primary-20261201T000000Z@rotate', 'primary-20261208T000000Z@rotate']
    for (const { path, text } of second.files) {
      const before = textsByUid(published.get(path) ?? '')
      for (const event of read(text)) {
        const isNew = changed.includes(event.uid)
        expect([event.sequence, event.stamp]).toEqual(isNew ? [1, LATER] : [0, STAMP])
        if (!isNew) expect(textsByUid(text).get(event.uid)).toBe(before.get(event.uid))
        const everywhere = textsByUid(textAt(second, 'team.ics')).get(event.uid)
        const here = textsByUid(text).get(event.uid)
        if (path.startsWith('people/')) expect(uncalled(here)).toBe(uncalled(everywhere))
        else expect(here).toBe(everywhere)
      }
    }
    const third = plan(YAML, { published: after(second), stamp: LATER + 1000 })
    expect(read(textAt(third, 'team.ics')).map(({ sequence }) => sequence)).toEqual(
      read(textAt(third, 'team.ics')).map(({ uid }) => (changed.includes(uid) ? 2 : 0)),
    )
    expect(plan(YAML, { published: after(third) }).files.some((file) => file.changed)).toBe(false)
  })

  it('an event that is called otherwise in single files changes in all of them alike', () => {
    const renamed = YAML.replace(
      'attendees',
      'chair: { members: [bob], start: 2026-12-01 }, attendees',
    )
    const second = plan(renamed, { published, stamp: LATER })
    const third = plan(renamed, { published: after(second), stamp: LATER + 1000 })
    expect(third.files.some((file) => file.changed)).toBe(false)
    for (const one of ['people/bob.ics', 'meetings/weekly.ics', 'team.ics']) {
      const led = read(textAt(second, one)).filter(({ uid }) => uid.startsWith('weekly'))
      expect(led.map(({ sequence, stamp }) => [sequence, stamp])).toEqual(led.map(() => [1, LATER]))
      expect(led[0]?.summary).toBe(one === 'people/bob.ics' ? 'Chair: weekly' : 'weekly')
    }
  })

  it('takes over what is in both ranges when the range moves on', () => {
    const range = within('2026-12-10', '2027-02-01')
    const second = plan(YAML, { published, within: range, stamp: LATER })
    const [shift, meeting] = read(textAt(second, 'team.ics'))
    expect([shift?.stamp, meeting?.stamp]).toEqual([STAMP, STAMP])
    expect(read(textAt(second, 'team.ics')).at(-1)?.stamp).toBe(LATER)
  })

  it('a team that takes a name gives all events other UIDs, and changes nothing else that they say', () => {
    const second = plan(`  team: Infra\n${YAML.slice(1)}`, { published, stamp: LATER })
    expect(second.files.every(({ changed }) => changed)).toBe(true)
    const unnamed = textAt(second, 'team.ics')
      .replaceAll('@Infra.rotate', '@rotate')
      .replaceAll('Infra: on', 'On')
      .replace('X-ROTATE-TEAM:Infra\r\n', '')
    expect(undated(unnamed)).toBe(undated(published.get('team.ics') ?? ''))
    expect(
      read(textAt(second, 'team.ics')).every(
        ({ sequence, stamp }) => sequence === 0 && stamp === LATER,
      ),
    ).toBe(true)
  })
})

describe('a published calendar that is not as rotate wrote it', () => {
  const team = published.get('team.ics') ?? ''

  it.each([
    ['half', team.slice(0, team.length / 2)],
    ['without its end', team.replace('END:VCALENDAR\r\n', '')],
    ['with an event that has no end', team.replace('END:VEVENT\r\n', '')],
    [
      'with something between its events',
      team.replace('END:VEVENT\r\n', 'END:VEVENT\r\nX-A:1\r\n'),
    ],
    ['with other line breaks', team.replaceAll('\r\n', '\n')],
    ['of another tool', team.replace(/PRODID:.*/, 'PRODID:-//other//EN')],
    ['with an odd sequence', team.replaceAll('SEQUENCE:0', 'SEQUENCE:99999999999')],
    ['no calendar', '<html>'],
    ['empty', ''],
  ])('%s, counts as absent', (_, broken) => {
    expect(readCalendar(broken)).toBeUndefined()
    const alone = plan(YAML, { published: new Map([['team.ics', broken]]), stamp: LATER })
    const { files, orphans } = plan(YAML, { stamp: LATER })
    expect(alone).toMatchObject({ files, orphans })
    const beside = plan(YAML, {
      published: new Map(published).set('team.ics', broken),
      stamp: LATER,
    })
    expect(beside.files.filter(({ changed }) => changed).map(({ path }) => path)).toEqual([
      'team.ics',
    ])
    expect(after(beside)).toEqual(published)
  })

  it('an event that somebody touched is written anew', () => {
    const touched = team.replace('SUMMARY:Alice: primary', 'SUMMARY:Mallory: primary')
    const beside = new Map(published).set('team.ics', touched)
    for (const files of [beside, new Map([...beside].reverse())]) {
      expect(after(plan(YAML, { published: files, stamp: LATER }))).toEqual(published)
    }
    const alone = plan(YAML, { published: new Map([['team.ics', touched]]), stamp: LATER })
    const [event, ...others] = read(textAt(alone, 'team.ics'))
    expect([event?.summary, event?.sequence, event?.stamp]).toEqual(['Alice: primary', 1, LATER])
    expect(others.every(({ sequence, stamp }) => sequence === 0 && stamp === STAMP)).toBe(true)
  })

  it('a run that stopped halfway is completed, in whatever order files are found', () => {
    const second = plan(SWAPPED, { published, stamp: LATER })
    const half = new Map(published).set('people/bob.ics', textAt(second, 'people/bob.ics'))
    for (const files of [half, new Map([...half].reverse())]) {
      const third = plan(SWAPPED, { published: files, stamp: LATER + 1000 })
      const swapped = (path: string): unknown =>
        read(textAt(third, path)).map(({ uid, sequence, stamp }) => [
          uid.slice(-23, -7),
          sequence,
          stamp,
        ])
      expect(swapped('rotations/primary.ics')).toEqual([
        // Nobody's file but those still to be written held the change of the first: it is made again.
        ['20261201T000000Z', 1, LATER + 1000],
        ['20261208T000000Z', 1, LATER + 1000],
        ['20261215T000000Z', 0, STAMP],
        ['20261222T000000Z', 0, STAMP],
        ['20261229T000000Z', 0, STAMP],
      ])
      expect(plan(SWAPPED, { published: after(third) }).files.some((f) => f.changed)).toBe(false)
    }
    const most = new Map(published).set(
      'rotations/primary.ics',
      textAt(second, 'rotations/primary.ics'),
    )
    expect(after(plan(SWAPPED, { published: most, stamp: LATER + 1000 }))).toEqual(after(second))
  })
})

describe('calendars that belong to nobody any more', () => {
  it('are named where rotate wrote them, be they whole or not', () => {
    const gone = YAML.replace(/\n {2}meetings:[^]*/, '')
    const others = new Map([
      ...published,
      ['people/zoe.ics', published.get('people/bob.ics')?.slice(0, 400) ?? ''],
      [
        'people/other.ics',
        'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//other//EN\r\nEND:VCALENDAR\r\n',
      ],
      ['index.html', '<html>'],
    ])
    expect(plan(gone, { published: others }).orphans).toEqual([
      'meetings/weekly.ics',
      'people/zoe.ics',
    ])
    expect(plan(YAML, { published: others }).orphans).toEqual(['people/zoe.ics'])
  })
})

describe('reading', () => {
  it('gives the events as they stand, with UIDs unfolded', () => {
    const id = 'x'.repeat(150)
    const yaml = YAML.replace('primary:', `${id}:`)
    const text = textAt(plan(yaml), `rotations/${id}.ics`)
    const events = readCalendar(text) ?? []
    expect(events.map(({ uid }) => uid)).toEqual(read(text).map(({ uid }) => uid))
    expect(text).toContain(events.map((event) => event.text).join(''))
    const again = plan(yaml, { published: after(plan(yaml)), stamp: LATER })
    expect(again.files.some(({ changed }) => changed)).toBe(false)
  })
})

function textsByUid(text: string): Map<string, string> {
  return new Map((readCalendar(text) ?? []).map((event) => [event.uid, event.text]))
}
