/** `no-rotations`: files that say of nobody when they are on call, and of no meeting. */
import type { Rule } from './rule.ts'

export const noRotations: Rule = {
  name: 'no-rotations',
  severity: 'warning',
  summary: 'There are no rotations, and no meetings either.',
  wrong: `
team: Infrastructure
`,
  right: `
team: Infrastructure
people: { alice: {}, bob: {} }
rotations:
  primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
`,
  check: ({ workspace }) => {
    const { rotations, meetings, unsound } = workspace
    const known = [
      ...rotations.keys(),
      ...meetings.keys(),
      ...unsound.rotations,
      ...unsound.meetings,
    ]
    if (known.length > 0 || unsound.isPartial === true) return []
    return [
      {
        message: `there are no rotations, so that nobody is on call: write them under 'rotations:', or let 'rotate init' begin`,
      },
    ]
  },
}
