/** `npm run simulator`: stays until Ctrl-C, and shows what it is asked. */
import { parseArgs } from 'node:util'
import { seedExample } from './example.ts'
import { startSimulator, type LoggedRequest } from './simulator.ts'

const HELP = `A PagerDuty that runs on this machine, for trying rotate sync without an account.

  --port N         listen on that port (default: any that is free)
  --per-minute N   answer 429 to more requests a minute than that (default: no limit)
  --quiet          do not show the requests
  --help           show this
`

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    'per-minute': { type: 'string' },
    quiet: { type: 'boolean' },
    help: { type: 'boolean' },
  },
})

if (values.help === true) process.stdout.write(HELP)
else await run()

async function run(): Promise<void> {
  const perMinute = values['per-minute']
  const simulator = await startSimulator({
    port: Number(values.port ?? 0),
    ...(perMinute === undefined ? {} : { rateLimit: { perMinute: Number(perMinute) } }),
    onRequest: (request) => {
      if (values.quiet !== true) process.stdout.write(`${said(request)}\n`)
    },
  })
  seedExample(simulator)
  process.stdout.write(`A PagerDuty runs at ${simulator.url}
Its token is ${simulator.token}
One that may only read is ${simulator.readOnlyToken}

In another terminal:

  export PAGERDUTY_URL=${simulator.url} PAGERDUTY_TOKEN=${simulator.token}
  npx rotate sync

It knows alice, bob, carol, dave, erin, frank, grace and heidi @example.com, and forgets everything
on Ctrl-C.

`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void simulator.close())
  }
}

function said({ method, path, query, status }: LoggedRequest): string {
  return `${method} ${path}${query === '' ? '' : `?${query}`}  ${status ?? 'no answer'}`
}
