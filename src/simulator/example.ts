/** The account of the example team: eight people and an escalation policy. */
import type { Simulator } from './simulator.ts'

const PEOPLE: readonly (readonly [name: string, email: string, zone: string])[] = [
  ['Alice Lindqvist', 'alice@example.com', 'Europe/Stockholm'],
  ['Bob Okafor', 'bob@example.com', 'Europe/London'],
  ['Carol Reyes', 'carol@example.com', 'America/New_York'],
  ['Dave Tanaka', 'dave@example.com', 'Asia/Tokyo'],
  ['Erin Walsh', 'erin@example.com', 'America/Los_Angeles'],
  ['Frank de Vries', 'frank@example.com', 'Europe/Amsterdam'],
  ['Grace Bakker', 'grace@example.com', 'Europe/Amsterdam'],
  ['Heidi Sharma', 'heidi@example.com', 'Asia/Kolkata'],
]

export function seedExample({ seed }: Simulator): void {
  const team = seed.team('Infrastructure')
  const people = PEOPLE.map(([name, email, zone]) =>
    seed.user({ name, email, time_zone: zone, teams: [team] }),
  )
  seed.escalationPolicy({
    name: 'Infrastructure',
    teams: [{ id: team, type: 'team_reference' }],
    escalation_rules: [
      {
        escalation_delay_in_minutes: 30,
        targets: [{ id: people[0], type: 'user_reference' }],
      },
    ],
  })
}
