// A workspace with many rotations, for pictures and tests of the page: names in many scripts, absences, swaps, gaps.

/** As people are called in many places. */
const NAMES = [
  'Alice Lindqvist',
  'Bob Okafor',
  'Carol Janssen',
  '王小明',
  '佐藤 花子',
  'محمد علي',
  'प्रिया रमन',
  'Łukasz Żak',
  'Ольга Петрова',
  '김민준',
  '🦊 Kit Fox',
  'Grace Kim',
  'Nguyễn Thị Hà',
  'Σοφία Παππά',
  'נועה לוי',
  'สมชาย ใจดี',
]

const FIRST = ['Ada', 'Ben', 'Chen', 'Dina', 'Emil', 'Fatima', 'Goran', 'Hana', 'Ivo', 'Jun']
const LAST = [
  'Adler',
  'Berg',
  'Costa',
  'Diaz',
  'Evans',
  'Fischer',
  'Garcia',
  'Hansen',
  'Ito',
  'Jain',
]

const ZONES = [
  'Europe/Amsterdam',
  'America/New_York',
  'Asia/Kolkata',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Africa/Cairo',
  'America/Los_Angeles',
  'Australia/Sydney',
]

const SERVICES = [
  'Payments',
  'Search',
  'Identity',
  'Storage',
  'Edge network',
  'Data platform',
  'Mobile',
  'Billing',
  'Messaging',
  'Observability',
  'Machine learning',
  'Warehouse',
]

const KINDS = ['primary', 'secondary', 'business hours', 'incident command', 'shadow']

const HOURS = '{ days: mon-fri, from: 09:00, to: 17:00 }'
const LONGER = '{ days: mon-fri, from: 09:00, to: 18:00 }'

/** Sixty rotations of three people each, as YAML. */
export function sixtyRotations() {
  const all = [...NAMES]
  for (const last of LAST) for (const first of FIRST) all.push(`${first} ${last}`)
  const people = all.map((name, i) => {
    const away = i % 23 === 0 ? `, away: [2026-12-0${1 + (i % 7)}..2026-12-1${i % 9}]` : ''
    return `  p${i}: { name: "${name}", timezone: ${ZONES[i % ZONES.length]}${away} }`
  })
  const rotations = Array.from({ length: 60 }, (_, i) => {
    const kind = KINDS[Math.floor(i / SERVICES.length)]
    const name = `${SERVICES[i % SERVICES.length]} ${kind}`
    const members = [0, 1, 2].map((step) => `p${(i * 3 + step) % all.length}`).join(', ')
    const start = `2026-10-0${2 + (i % 7)} 10:00`
    const when =
      kind === 'business hours'
        ? `turn: 1 shift, during: ${HOURS}${i % 5 === 0 ? `, coverage: ${LONGER}` : `, coverage: none`}`
        : 'turn: 1 week'
    return `  r${i}: { name: "${name}", start: ${start}, ${when}, members: [${members}] }`
  })
  return `team: Engineering
people:
${people.join('\n')}
rotations:
${rotations.join('\n')}
overrides:
  - { rotation: r0, who: p40, on: 2026-12-02, why: a wedding }
  - { rotation: r4, who: nobody, from: 2026-11-26 12:00, to: 2026-11-26 18:00, why: moving house }
meetings:
  all:
    name: Operations review
    days: tuesday
    at: 15:00
    duration: 30 minutes
    attendees: [p0, p1, p2, p3, p4, p5, p6, p7]
    chair: { members: [p0, p1, p2], start: 2026-11-01 }
`
}
