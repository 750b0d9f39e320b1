/** The account of the team in the example of this repository, an escalation policy and its services. */
import type { Simulator } from './simulator.ts'

const PEOPLE: readonly (readonly [name: string, email: string, zone: string])[] = [
  ['Alice Lindqvist', 'alice@example.com', 'Europe/Amsterdam'],
  ['Priya Raman', 'priya@example.com', 'Asia/Kolkata'],
  ['Grace Kim', 'grace@example.com', 'America/New_York'],
  ['Bob Okafor', 'bob@example.com', 'Europe/London'],
  ['Carol Janssen', 'carol@example.com', 'Europe/Amsterdam'],
  ['Arjun Mehta', 'arjun@example.com', 'Asia/Kolkata'],
  ['Frank Torres', 'frank@example.com', 'America/Los_Angeles'],
  ['Dave Morgan', 'dave@example.com', 'Europe/London'],
  ['Erin Walsh', 'erin@example.com', 'Europe/London'],
]

/** Fills an account with a team, its people, schedules and policies, to try things out. */
export function seedExample({ seed }: Simulator): void {
  const team = seed.team('Infrastructure')
  const people = PEOPLE.map(([name, email, zone]) =>
    seed.user({ name, email, time_zone: zone, teams: [team] }),
  )
  const policy = seed.escalationPolicy({
    name: 'Infrastructure',
    teams: [{ id: team, type: 'team_reference' }],
    escalation_rules: [
      {
        escalation_delay_in_minutes: 30,
        targets: [{ id: people[0], type: 'user_reference' }],
      },
    ],
  })
  for (const name of ['postgres', 'backup', 'ingress']) seed.service({ name, policy })
}
