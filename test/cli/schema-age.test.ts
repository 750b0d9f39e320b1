/** `rotate check` on the JSON Schema that stands beside the files for editors. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { VERSION } from '../../src/cli/version.ts'
import { folderWith, rotate, TEAM } from './world.ts'

const SCHEMA = 'rotations/.rotate.schema.json'

/** What check says on stderr beside such a schema, and how it ends. */
async function said(schema: string | undefined): Promise<string> {
  const files = schema === undefined ? TEAM : { ...TEAM, [SCHEMA]: schema }
  const { err, exit } = await rotate('check --strict --ignore away-on-call', { files })
  return `${err}exit ${exit}`
}

const current = (): Promise<string> => rotate('schema').then(({ out }) => out)

it('says nothing of one that this rotate wrote, however it is laid out, and nothing where there is none', async () => {
  const text = await current()
  const quiet = await said(undefined)
  expect(quiet).not.toContain('schema')
  expect(await said(text)).toBe(quiet)
  expect(await said(JSON.stringify(JSON.parse(text)))).toBe(quiet)
})

it('says how to renew one that an older rotate wrote, which is no problem of the rota', async () => {
  const quiet = await said(undefined)
  const older = (await current()).replace('"description": "The name of the team', '"title": "Team')
  const note =
    "rotations/.rotate.schema.json is older than this rotate, so editors do not know all that may stand in the files: 'rotate schema > rotations/.rotate.schema.json' renews it.\n"
  expect(await said(older)).toBe(note + quiet)
  expect(await said(older.replace(/^ {2}"\$comment".*\n/m, ''))).toBe(note + quiet)
  expect(await said('{}')).toBe(note + quiet)
  expect(await said('{')).toBe(note + quiet)
})

it('says nothing where only the number of the version differs, or where a newer rotate wrote it', async () => {
  const quiet = await said(undefined)
  const text = await current()
  expect(text).toContain(`"$comment": "Written by rotate ${VERSION}"`)
  expect(await said(text.replace(`rotate ${VERSION}`, 'rotate 0.0.9'))).toBe(quiet)
  const newer = text.replace('The name of the team', 'What the team is called')
  expect(await said(newer.replace(`rotate ${VERSION}`, 'rotate 0.10.0'))).toBe(quiet)
})

it('is not stopped by what cannot be read as one', async () => {
  const cwd = folderWith(TEAM)
  mkdirSync(join(cwd, SCHEMA))
  expect((await rotate('check', { cwd })).err).not.toContain('schema')
})

it('names it as it is to be typed, from where somebody is', async () => {
  const cwd = folderWith({ ...TEAM, [SCHEMA]: '{}' })
  const { err } = await rotate('check', { cwd: join(cwd, 'rotations') })
  expect(err).toContain("'rotate schema > .rotate.schema.json' renews it")
  writeFileSync(join(cwd, SCHEMA), await current())
  expect(readFileSync(join(cwd, SCHEMA), 'utf8')).toContain('draft-07')
  expect((await rotate('check', { cwd })).err).not.toContain('schema')
})
