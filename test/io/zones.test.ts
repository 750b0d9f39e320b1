import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'esbuild'
import { expect, it } from '@jest/globals'
import { clockOffsets, zoneOfViewer } from '../../src/io/zones.ts'

// Jest copies process.env, which the clock does not look at: so a process of its own compares.
const COMPARE = `
import { clockOffsets } from './src/io/zones.ts'
import { readdirSync } from 'node:fs'
const names = new Set(Intl.supportedValuesOf('timeZone'))
const links = ['US/Eastern', 'Asia/Calcutta', 'Europe/Kiev', 'GB', 'NZ', 'Cuba', 'Zulu', 'PRC', 'EST', 'CET', 'WET',
  'Foo', 'Foo/Bar', 'CEST', 'Amsterdam', 'Europe/Amsterdan']
for (const link of links) names.add(link)
const instants = []
for (let at = Date.UTC(1970, 0, 1); at < Date.UTC(2040, 0, 1); at += 97 * 86_400_000) instants.push(at)
const wrong = []
let answered = 0
for (const name of names) {
  const quick = clockOffsets(name)
  if (quick === undefined) continue
  answered += 1
  let format
  try { format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' }) }
  catch { wrong.push(name + ' is no zone'); continue }
  const ask = (at) => {
    const [, sign, h = 0, m = 0, s = 0] = /GMT(?:([+-])(\\d\\d):(\\d\\d)(?::(\\d\\d))?)?$/.exec(format.format(at))
    return (sign === '-' ? -1 : 1) * ((Number(h) * 60 + Number(m)) * 60 + Number(s)) * 1000 || 0
  }
  const odd = instants.find((at) => quick(at) !== ask(at))
  if (odd !== undefined) wrong.push(name + ' at ' + new Date(odd).toISOString())
}
// The environment is as it was once the questions are over.
setTimeout(() => console.log(JSON.stringify({ wrong, answered, tz: process.env.TZ ?? null })))
`

it.each(['Asia/Tokyo'])(
  'the clock says of every zone what Intl says, and TZ=%s is left as it was',
  async (tz) => {
    const { outputFiles } = await build({
      stdin: { contents: COMPARE, resolveDir: process.cwd(), loader: 'ts' },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      write: false,
    })
    const text = execFileSync(process.execPath, ['-e', outputFiles[0]?.text ?? ''], {
      encoding: 'utf8',
      env: { ...process.env, TZ: tz },
    })
    const { wrong, answered, tz: after } = JSON.parse(text) as Record<string, unknown>
    expect(wrong).toEqual([])
    expect(answered).toBeGreaterThan(350)
    expect(after).toBe(tz)
  },
)

it('where the clock does not obey TZ, it answers nothing', () => {
  expect(clockOffsets('Asia/Tokyo')).toBeUndefined()
})

it('the zone of whoever looks is what TZ says, also as POSIX has it', () => {
  expect(zoneOfViewer('Europe/Paris')).toBe('Europe/Paris')
  expect(zoneOfViewer(':Europe/Paris')).toBe('Europe/Paris')
  expect(zoneOfViewer(':/usr/share/zoneinfo/Europe/Paris')).toBe('Europe/Paris')
  expect(zoneOfViewer('/usr/share/zoneinfo/posix/Asia/Tokyo')).toBe('Asia/Tokyo')
  for (const tz of ['posix/Asia/Tokyo', ':posix/Asia/Tokyo'])
    expect(zoneOfViewer(tz)).toBe('Asia/Tokyo')
  expect(zoneOfViewer(join('/', 'nowhere', 'x'))).toBeUndefined()
  for (const none of ['', undefined, ':']) expect(zoneOfViewer(none)).not.toBe('')
})
