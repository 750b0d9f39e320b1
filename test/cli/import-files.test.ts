import { createServer } from 'node:http'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from '@jest/globals'
import { folderWith, mistake, out, rotate } from './world.ts'

const ROTA = `Week,Start,Primary,Secondary,Notes
48,2026-11-23,Alice Lindqvist,Bob Okafor,
49,2026-11-30,Bob Okafor,Carol Tanaka,
50,2026-12-07,Carol Tanaka,Alice Lindqvist,swap possible
51,2026-12-14,Alice Lindqvist,Bob Okafor,
52,2026-12-21,Bob Okafor,Carol Tanaka,
53,2026-12-28,Dave,Alice Lindqvist,holidays
1,2027-01-04,alice lindqvist,Bob Okafor,
2,2027-01-11,Bob Okafor,Carol Tanaka,
3,2027-01-18,Carol Tanaka,Alice Lindqvist,
`

const FEED = `BEGIN:VCALENDAR
VERSION:2.0
X-WR-CALNAME:Web on-call
BEGIN:VEVENT
UID:1
DTSTART:20261207T160000Z
DTEND:20261214T160000Z
SUMMARY:On-call: Ann
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART:20261214T160000Z
DTEND:20261221T160000Z
SUMMARY:On-call: Ben
END:VEVENT
END:VCALENDAR
`

it('import table: who goes round, the swap as an override, and the proof', async () => {
  const cwd = folderWith({ 'rota.csv': ROTA })
  expect(await out('import table rota.csv --handoff 09:00 --tz Europe/Berlin', { cwd }))
    .toMatchInlineSnapshot(`
   "
   wrote rotations/team.yaml
   wrote rotations/people.yaml
   wrote rotations/primary.yaml
   wrote rotations/secondary.yaml
   wrote rotations/.rotate.schema.json
   primary: rota.csv agrees: 9 shifts until 25 Jan 2027
     the turns explain 8 of 9 shifts, 1 override says the rest
   secondary: rota.csv agrees: 9 shifts until 25 Jan 2027
     the turns explain all of 9 shifts

   Next: 'rotate check' shows what is risky, 'rotate calendar' the picture.
   "
  `)
  const read = (name: string): string => readFileSync(join(cwd, 'rotations', name), 'utf8')
  expect(read('primary.yaml')).toMatchInlineSnapshot(`
   "# yaml-language-server: $schema=.rotate.schema.json
   rotations:
     primary:
       name: Primary
       start: 2026-11-23 09:00
       turn: 1 week
       members: [alice, bob, carol]
       # What the turns do not explain: swaps, most likely.
       overrides:
         - { who: dave, from: 2026-12-28 09:00, to: 2027-01-04 09:00 }
   "
  `)
  expect(read('people.yaml')).toContain('name: Carol Tanaka')
  expect((await rotate('check', { cwd })).exit).toBe(0)
  // A second time there is a workspace, which nothing is written over.
  expect(await mistake('import table rota.csv', { cwd })).toMatchInlineSnapshot(`
   "rotate: there is a workspace in rotations already: --into rotations adds to it what it does not have, --out names another folder
   exit 2"
  `)
})

it('import table - reads standard input, and --from leaves out what is past', async () => {
  const cwd = folderWith({})
  const seen = await out('import table - --from 2027-01-01 --dry-run', {
    cwd,
    io: { input: async () => ROTA },
  })
  expect(seen).toContain('Brought in from stdin')
  expect(seen).not.toContain('2026-11-23')
  expect(existsSync(join(cwd, 'rotations'))).toBe(false)
})

it('import ics: from a file, and --json says what was found', async () => {
  const cwd = folderWith({ 'feed.ics': FEED })
  const { out: text, exit } = await rotate('import ics feed.ics --json', { cwd })
  expect([exit, JSON.parse(text)]).toMatchInlineSnapshot(`
   [
     0,
     {
       "files": [
         {
           "path": "rotations/team.yaml",
           "written": true,
         },
         {
           "path": "rotations/people.yaml",
           "written": true,
         },
         {
           "path": "rotations/web.yaml",
           "written": true,
         },
       ],
       "rotations": [
         {
           "agrees": true,
           "differences": [],
           "found": {
             "explained": 0,
             "kind": "table",
             "overrides": 0,
             "shifts": 2,
           },
           "name": "Web on-call",
           "rotation": "web",
           "schedule": "Web on-call",
           "shifts": 2,
           "unsaid": [],
           "until": "2026-12-21T16:00:00Z",
         },
       ],
       "source": "feed.ics",
       "team": "imported",
     },
   ]
  `)
  expect(readdirSync(join(cwd, 'rotations'))).toContain('web.yaml')
})

const server = createServer((request, response) => {
  const path = request.url ?? ''
  if (path === '/moved.ics') response.writeHead(302, { Location: '/feed.ics?key=secret' }).end()
  else if (path.startsWith('/feed.ics')) response.end(FEED)
  else if (path === '/round') response.writeHead(302, { Location: '/round' }).end()
  else response.writeHead(404).end()
})
afterAll(() => new Promise((settle) => server.close(settle)))

it('import ics: from an address, which is never said whole, since it may hold a secret', async () => {
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  const address = server.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  const at = (path: string): string[] => [
    'import',
    'ics',
    `http://127.0.0.1:${port}${path}`,
    '--dry-run',
  ]
  const cwd = folderWith({})
  const seen = await rotate(at('/moved.ics?key=secret'), { cwd })
  expect(seen.exit).toBe(3)
  const moved = await rotate(at('/moved.ics'), { cwd })
  expect([moved.exit, moved.out.includes('secret')]).toEqual([0, false])
  expect(moved.out).toContain('Brought in from 127.0.0.1')
  expect(await mistake(at('/round'), { cwd })).toMatchInlineSnapshot(`
   "rotate: cannot read the calendar of 127.0.0.1: it sends from one address to the next
   exit 3"
  `)
  expect(await mistake(at('/none'), { cwd })).toMatchInlineSnapshot(`
   "rotate: cannot read the calendar of 127.0.0.1: it answers 404
   exit 3"
  `)
  expect(await mistake('import ics http://example.com/feed.ics', { cwd })).toMatchInlineSnapshot(`
   "rotate: http://example.com: only https is read, since a calendar is nobody else's business
   exit 2"
  `)
})

it('what is broken, missing or meant in two ways is told with its place, and nothing is written', async () => {
  const cwd = folderWith({
    'two.csv': 'date,who\n1/2/2026,ann\n',
    'open.csv': 'date,who\n2026-11-30,"ann\n',
    'cut.ics': 'BEGIN:VCALENDAR\nBEGIN:VEVENT\n',
    'esc.csv': 'date,who\n2026-11-30,ann\n\u001B[31msoon,ben\n2026-12-07,ann\n2026-12-14,ben\n',
  })
  const lines = [
    'import',
    'import table',
    'import table none.csv',
    'import table two.csv',
    'import table open.csv',
    'import table esc.csv',
    'import table two.csv --dates ymd',
    'import table two.csv --handoff 9',
    'import ics',
    'import ics cut.ics',
    'import ics two.csv --person (',
  ]
  const said: string[] = []
  for (const line of lines) said.push(`$ rotate ${line}\n${await mistake(line, { cwd })}`)
  expect(`\n${said.join('\n')}`).toMatchInlineSnapshot(`
   "
   $ rotate import
   rotate: 'rotate import' must be told where from: pagerduty, opsgenie, table, ics: see 'rotate import --help'
   exit 2
   $ rotate import table
   rotate: import table: expected one file (CSV, TSV or Markdown), or - for stdin
   exit 2
   $ rotate import table none.csv
   rotate: none.csv: there is no such file
   exit 2
   $ rotate import table two.csv
   rotate: two.csv:2: '1/2/2026' can be read in two ways: say which number is the month with --dates dmy or --dates mdy
   exit 2
   $ rotate import table open.csv
   rotate: open.csv:2: a quote that opens a cell is never closed
   exit 2
   $ rotate import table esc.csv
   rotate: esc.csv:3: '�[31msoon' is no date: expected one such as 2026-11-30, as in the rows before
   exit 2
   $ rotate import table two.csv --dates ymd
   rotate: --dates 'ymd': expected dmy or mdy
   exit 2
   $ rotate import table two.csv --handoff 9
   rotate: --handoff '9': write '09:00'
   exit 2
   $ rotate import ics
   rotate: import ics: expected files, addresses that begin with https://, or -
   exit 2
   $ rotate import ics cut.ics
   rotate: cut.ics:2: VEVENT is never closed: the file is cut off
   exit 2
   $ rotate import ics two.csv --person (
   rotate: --person: Invalid regular expression: /(/u: Unterminated group
   exit 2"
  `)
  expect(readdirSync(cwd).sort()).toEqual(['cut.ics', 'esc.csv', 'open.csv', 'two.csv'])
})

it('a table is read as Excel saves it: CSV in the encoding of Windows, Unicode text', async () => {
  const cwd = folderWith({})
  const table = 'Datum;Wer\r\n2026-11-30;René\r\n2026-12-07;Jörg\r\n'
  writeFileSync(join(cwd, 'ansi.csv'), Buffer.from(table, 'latin1'))
  const wide = Buffer.from(`\uFEFF${table.replaceAll(';', '\t')}`, 'utf16le')
  writeFileSync(join(cwd, 'unicode.txt'), wide)
  const names = async (file: string): Promise<string[]> => {
    const said = await out(`import table ${file} --dry-run --tz Europe/Berlin`, { cwd })
    return [...said.matchAll(/^ {4}name: (.*)$/gm)].map(([, name = '']) => name)
  }
  expect(await names('ansi.csv')).toEqual(['René', 'Jörg', 'Wer'])
  expect(await names('unicode.txt')).toEqual(['René', 'Jörg', 'Wer'])
})
