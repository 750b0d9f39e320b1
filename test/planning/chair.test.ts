import { expect, it } from '@jest/globals'
import { planChair } from '../../src/planning/chair.ts'
import type { Proposal } from '../../src/planning/proposal.ts'
import { readDay } from '../../src/time/written.ts'
import { UTC } from '../../src/time/zone.ts'
import { at, fileWith, workspaceOf } from './plans.ts'

/** What speaks against Bob, who has left and is away, leading a meeting. */
function against(checks: string): Proposal['against'] {
  const workspace = workspaceOf(
    fileWith(
      `
      meetings:
        weekly: { days: monday, at: 16:00, duration: 15 minutes, start: 2026-11-30, chair: alice }
      ${checks}
    `,
      `people:
  alice: {}
  bob: { until: 2026-12-01, away: [2026-12-07] }
`,
    ),
  )
  const meeting = workspace.meetings.get('weekly')
  const day = readDay('2026-12-07')
  if (meeting === undefined || typeof day === 'string') throw new Error('no meeting')
  const asked = { meeting, role: 'chair', person: 'bob', day, zone: UTC }
  const found = planChair(workspace, asked, at('2026-12-02'))
  if ('no' in found) throw new Error(found.no)
  return found.against
}

const then = { person: 'bob', start: at('2026-12-07 16:00'), end: at('2026-12-07 16:15') }

it('who is away or not in the team is refused', () => {
  expect(against('')).toEqual([
    { kind: 'away', ...then },
    { kind: 'not-in-team', ...then },
  ])
})

it('a team that does not ask who is in it has nobody refused for it', () => {
  expect(against('checks: { not-in-team: off }')).toEqual([{ kind: 'away', ...then }])
})
