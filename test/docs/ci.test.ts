/** The jobs for GitLab and GitHub that the pages show do what the pages say. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { startSimulator } from '../../src/simulator/simulator.ts'
import { Ci, jobsIn } from './ci.ts'

const team = (members: string): string => `people: { alice: {}, bob: {}, erin: {} }
rotations:
  primary: { start: 2026-11-30 16:00, turn: 1 week, members: ${members} }
`
const BEFORE = team('[alice, bob]')
const DEALT_ANEW = team('[alice, bob, erin]')
const FORWARD = team('[alice, bob, { who: erin, from: 2027-01-18 }]')

let ci: Ci
let base: string
beforeEach(() => {
  ci = new Ci()
  base = ci.push('main', BEFORE)
})
afterEach(() => ci.remove())

const gitlab = (): Record<string, string> => ({
  CI: 'true',
  CI_PIPELINE_SOURCE: 'merge_request_event',
  CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
})
const GITHUB = { CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_BASE_REF: 'main' }

/** As `actions/checkout` leaves a pull request: a merge of the branch with its base, on no branch. */
function pullRequest(...words: string[]): string {
  ci.git(ci.work, 'checkout', '-q', 'main')
  ci.git(ci.work, 'merge', '-q', '--no-ff', '-m', 'merge', 'feature')
  ci.git(ci.work, 'push', '-q', 'origin', 'HEAD:refs/heads/pull-1')
  ci.git(ci.work, 'reset', '-q', '--hard', base)
  return ci.clone('HEAD', '-b', 'pull-1', ...words)
}

describe('rotate check in a merge request', () => {
  const job = jobsIn('docs/calendars.md', '.gitlab-ci.yml')['check'] ?? []

  it('on GitLab compares with its base, however many commits it has', async () => {
    ci.push('feature', DEALT_ANEW)
    const head = ci.push('feature', DEALT_ANEW.replace('erin: {}', 'erin: { name: Erin }'))
    const { exit, out } = await ci.run(ci.clone(head), job, gitlab())
    expect(out).toContain('[rewrites-history]')
    expect(exit).toBe(1)
    const forward = await ci.run(ci.clone(ci.push('feature', FORWARD)), job, gitlab())
    expect(forward.exit).toBe(0)
    expect(forward.out).toMatch(/^no problems\nCompared with [0-9a-f]{12}\.\n$/)
  })

  it('on GitHub compares with where it parted from the base', async () => {
    ci.push('feature', DEALT_ANEW)
    const { exit, out } = await ci.run(pullRequest(), ['rotate check'], GITHUB)
    expect(out).toContain('[rewrites-history]')
    expect(exit).toBe(1)
  })

  const one = ['--depth', '1']
  const all = ['--depth', '1', '--no-single-branch']
  it.each([
    ['GitLab', (): Record<string, string> => gitlab(), one],
    ['GitHub, of one branch', (): Record<string, string> => GITHUB, one],
    ['GitHub, of all branches', (): Record<string, string> => GITHUB, all],
    ['no merge request', (): Record<string, string> => ({ CI: 'true' }), one],
  ])(
    'in a shallow clone of %s names the command that brings what is missing',
    async (_, env, words) => {
      ci.push('feature', DEALT_ANEW)
      const shallow = pullRequest(...words)
      const before = await ci.run(shallow, ['rotate check'], env())
      expect(before.exit).toBe(2)
      const fetch = /'(git fetch [^']*)' brings it/.exec(before.out)?.[1] ?? before.out
      expect(await ci.run(shallow, [`${fetch} 2>&1 | grep -c fatal || true`], {})).toEqual({
        exit: 0,
        out: '0\n',
      })
      const after = await ci.run(shallow, ['rotate check'], env())
      expect([after.exit, after.out]).toEqual([1, expect.stringContaining('[rewrites-history]')])
    },
  )
})

describe('rotate diff in a merge request', () => {
  const hasJq = existsSync('/usr/bin/jq') && existsSync('/usr/bin/curl') ? it : it.skip

  hasJq('on GitLab keeps one comment up to date, and other people’s as they are', async () => {
    const notes: { id: number; body: string }[] = [{ id: 1, body: 'Why?' }]
    const asked: string[] = []
    const server = createServer((request, response) => {
      let text = ''
      request.on('data', (more: Buffer) => (text += more.toString()))
      request.on('end', () => {
        const body = new URLSearchParams(text).get('body') ?? ''
        asked.push(`${request.method} ${request.url} ${String(request.headers['private-token'])}`)
        const id = Number(/notes\/(\d+)/.exec(request.url ?? '')?.[1] ?? notes.length + 1)
        if (request.method === 'POST') notes.unshift({ id, body })
        if (request.method === 'PUT') notes.find((note) => note.id === id)!.body = body
        response.end(JSON.stringify(request.method === 'GET' ? notes : { id }))
      })
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    try {
      const env = {
        ...gitlab(),
        CI_API_V4_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v4`,
        CI_PROJECT_ID: '7',
        CI_MERGE_REQUEST_IID: '3',
        ROTATE_BOT_TOKEN: 'secret',
      }
      const job = jobsIn('docs/review.md', '.gitlab-ci.yml')['who-is-on-call'] ?? []
      const first = await ci.run(ci.clone(ci.push('feature', FORWARD)), job, env)
      expect(first).toEqual({ exit: 0, out: '' })
      expect(notes.map(({ id }) => id)).toEqual([2, 1])
      expect(notes[0]?.body).toContain('<!-- rotate diff -->\n### Who is on call differently')
      expect(notes[0]?.body).toMatch(/\*\*erin\*\* instead of /)
      const second = await ci.run(ci.clone(ci.push('feature', DEALT_ANEW)), job, env)
      expect(second.exit).toBe(0)
      expect(second.out).toContain('A shift within 14 days moves. Has everybody agreed?')
      expect(notes.map(({ id }) => id)).toEqual([2, 1])
      expect(notes[0]?.body).toContain('In the past')
      expect(notes[1]?.body).toBe('Why?')
      expect(asked).toEqual([
        'GET /api/v4/projects/7/merge_requests/3/notes?per_page=100 secret',
        'POST /api/v4/projects/7/merge_requests/3/notes secret',
        'GET /api/v4/projects/7/merge_requests/3/notes?per_page=100 secret',
        'PUT /api/v4/projects/7/merge_requests/3/notes/2 secret',
      ])
    } finally {
      server.close()
    }
  })

  it('on GitHub gives the comment to gh', async () => {
    ci.tool('gh', 'echo "$GH_TOKEN: $*"; cat diff.md')
    ci.push('feature', FORWARD)
    const job = jobsIn('docs/review.md', '.github/workflows/who-is-on-call.yml')['diff'] ?? []
    const env = { ...GITHUB, TEST_TOKEN: 'secret', TEST_EVENT_NUMBER: '3' }
    const { exit, out } = await ci.run(pullRequest(), job, env)
    expect(exit).toBe(0)
    expect(out).toContain('secret: pr comment 3 --edit-last --create-if-none --body-file diff.md\n')
    expect(out).toContain('From origin/main to the working tree')
    expect(out).toMatch(/\*\*erin\*\* instead of /)
  })
})

describe('the calendars are published', () => {
  it('on GitHub, on the branch gh-pages, with a commit only where something has changed', async () => {
    ci.git(ci.work, 'switch', '-q', '--orphan', 'gh-pages')
    ci.git(ci.work, 'commit', '-q', '--allow-empty', '-m', 'Calendars')
    ci.git(ci.work, 'push', '-q', 'origin', 'gh-pages')
    ci.git(ci.work, 'checkout', '-q', 'main')
    const job = jobsIn('docs/calendars.md', '.github/workflows/calendars.yml')['publish'] ?? []
    const published = (): string => ci.git(ci.origin, 'rev-parse', 'gh-pages')
    const files = (): string[] =>
      ci.git(ci.origin, 'ls-tree', '-r', '--name-only', 'gh-pages').split('\n')
    const night = async (commit: string): Promise<string> => {
      const { exit, out } = await ci.run(ci.clone(commit, '-b', 'main'), job, { CI: 'true' })
      expect([exit, out]).toEqual([0, expect.any(String)])
      return published()
    }
    const first = await night(base)
    expect(files()).toEqual([
      '.nojekyll',
      'people/alice.ics',
      'people/bob.ics',
      'people/erin.ics',
      'rotations/primary.ics',
      'team.ics',
    ])
    expect(await night(base)).toBe(first)
    const second = await night(ci.push('main', FORWARD))
    expect(second).not.toBe(first)
    const sequences = ci.git(ci.origin, 'show', 'gh-pages:team.ics').match(/SEQUENCE:\d+/g) ?? []
    // Only what has changed is counted up.
    expect(new Set(sequences)).toEqual(new Set(['SEQUENCE:0', 'SEQUENCE:1']))
  })

  it('on GitLab, from the cache of the last time', async () => {
    const job = jobsIn('docs/calendars.md', '.gitlab-ci.yml')['pages'] ?? []
    const folder = ci.clone(base)
    expect((await ci.run(folder, job, { CI: 'true' })).exit).toBe(0)
    const first = readFileSync(join(folder, 'public', 'team.ics'), 'utf8')
    const next = ci.clone(ci.push('main', FORWARD))
    execFileSync('cp', ['-R', join(folder, 'published'), next])
    expect((await ci.run(next, job, { CI: 'true' })).exit).toBe(0)
    expect(readdirSync(join(next, 'public')).sort()).toEqual(['people', 'rotations', 'team.ics'])
    expect(statSync(join(next, 'published', 'team.ics')).isFile()).toBe(true)
    const second = readFileSync(join(next, 'public', 'team.ics'), 'utf8')
    expect(first).not.toContain('SEQUENCE:1')
    expect(second).toContain('SEQUENCE:1')
    expect(second).toContain('SEQUENCE:0')
  })
})

it.each([
  ['.github/workflows/pagerduty.yml', 'sync', 'drift'],
  ['.gitlab-ci.yml', 'pagerduty-sync', 'pagerduty-drift'],
])(
  'the jobs for PagerDuty of %s sync what was merged, and find drift with a key that only reads',
  async (file, sync, drift) => {
    const jobs = jobsIn('docs/pagerduty.md', file)
    // The commands run by the real clock here, as the simulator does.
    const simulator = await startSimulator({ now: Date.parse('2027-01-06T12:00Z') })
    try {
      for (const name of ['alice', 'bob', 'erin']) {
        simulator.seed.user({ name, email: `${name}@example.com` })
      }
      const yaml = BEFORE.replaceAll(/(alice|bob|erin): \{\}/g, '$1: { email: $1@example.com }')
      const commit = ci.push('main', `team: Infrastructure\n${yaml}`)
      const commands = (job: string): string[] =>
        (jobs[job] ?? []).map((line) => line.replace(/export PAGERDUTY_TOKEN=.*\n/, ''))
      const PAGERDUTY_URL = simulator.url
      const may = { PAGERDUTY_URL, PAGERDUTY_TOKEN: simulator.token }
      const reads = {
        PAGERDUTY_URL,
        PAGERDUTY_TOKEN: simulator.readOnlyToken,
        PAGERDUTY_READ_ONLY_TOKEN: simulator.readOnlyToken,
      }
      expect((await ci.run(ci.clone(commit), commands(drift), reads)).exit).toBe(1)
      const synced = await ci.run(ci.clone(commit), commands(sync), may)
      expect(synced.out).toContain('primary: PagerDuty agrees')
      expect(synced.exit).toBe(0)
      const after = await ci.run(ci.clone(commit), commands(drift), reads)
      expect(after.out).toContain('primary: PagerDuty agrees')
      expect(after.exit).toBe(0)
    } finally {
      await simulator.close()
    }
  },
)
