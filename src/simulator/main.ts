/** `npm run simulator`: stays until Ctrl-C, and shows what it is asked. */
import { parseArgs } from 'node:util'
import { controlHelp } from './control.ts'
import { seedExample } from './example.ts'
import type { LoggedRequest } from './server.ts'
import { startSimulator } from './simulator.ts'

const HELP = `A PagerDuty that runs on this machine, for trying rotate sync without an account.

  --port N         listen on that port (default: any that is free)
  --per-minute N   answer 429 to more requests a minute than that (default: no limit)
  --quiet          do not show the requests
  --help           show this

What nobody can ask of PagerDuty is asked with POST, a body in JSON and the token:

${controlHelp()}
  curl -X POST -H "Authorization: Token token=$PAGERDUTY_TOKEN" \\
    -d '{"by": 3600}' $PAGERDUTY_URL/simulator/clock

Faults: {"kind": "rate-limited", "resetSeconds": 5}, {"kind": "rate-limited", "bare": true},
{"kind": "timeout"}, {"kind": "no-ability"}, {"kind": "server-error", "status": 503},
{"kind": "cut", "when": "before"} (or "after", "during"), {"kind": "slow", "ms": 500} (or "never"),
{"kind": "not-json"}, {"kind": "html"}, {"kind": "incomplete", "without": "schedules"}

An app asks for its token at /oauth/token, with the id and secret that are shown.
`

interface Words {
  readonly port: number
  readonly perMinute: number | undefined
  readonly quiet: boolean
  readonly help: boolean
}

const words = read(process.argv.slice(2))
if (typeof words === 'string') {
  process.stderr.write(`simulator: ${words} (see --help)\n`)
  process.exitCode = 2
} else if (words.help) {
  process.stdout.write(HELP)
} else {
  await run(words)
}

/** What was typed, or what is wrong with it. */
function read(args: string[]): Words | string {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string', default: '0' },
        'per-minute': { type: 'string' },
        quiet: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    const { port, 'per-minute': perMinute, quiet, help } = values
    if (!/^\d+$/.test(port) || Number(port) > 65_535) return `--port ${port} is not a port`
    if (perMinute !== undefined && !/^[1-9]\d*$/.test(perMinute)) {
      return `--per-minute ${perMinute} is not a number of requests`
    }
    return {
      port: Number(port),
      perMinute: perMinute === undefined ? undefined : Number(perMinute),
      quiet,
      help,
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

async function run({ port, perMinute, quiet }: Words): Promise<void> {
  const simulator = await startSimulator({
    port,
    ...(perMinute === undefined ? {} : { rateLimit: { perMinute } }),
    onRequest: (request) => {
      if (!quiet) process.stdout.write(`${said(request)}\n`)
    },
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error
    process.stderr.write(`simulator: port ${port} is taken; leave out --port to have a free one\n`)
    process.exit(2)
  })
  seedExample(simulator)
  process.stdout.write(`A PagerDuty runs at ${simulator.url}
Its token is ${simulator.token}
One that may only read is ${simulator.readOnlyToken}
Its app is ${simulator.app.clientId}, with the secret ${simulator.app.clientSecret},
in the account ${simulator.app.subdomain}

In another terminal:

  export PAGERDUTY_URL=${simulator.url} PAGERDUTY_TOKEN=${simulator.token}
  rotate sync

It knows the people of the example in this repository, and forgets everything
on Ctrl-C.

`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void simulator.close())
  }
}

function said({ method, path, query, status }: LoggedRequest): string {
  return `${method} ${path}${query === '' ? '' : `?${query}`}  ${status ?? 'no answer'}`
}
