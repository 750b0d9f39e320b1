/** The proxy through which a request leaves, as the environment names it (`HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY`). */
import type { Agent } from 'node:http'
import { Failure } from './failure.ts'
import type { Io } from './io.ts'

type Env = Io['env']

/** What makes the connections to an address; undefined where they go straight there. */
export async function agentFor(address: string, env: Env): Promise<Agent | undefined> {
  const proxy = proxyFor(address, env)
  if (proxy === undefined) return undefined
  // Few need it, and it takes a while to load.
  const { HttpsProxyAgent } = await import('https-proxy-agent')
  const { username, password } = proxy
  if (username === '' && password === '') return new HttpsProxyAgent(proxy)
  // The name and the password go into a header here, since that package tells the whole address where DEBUG is set.
  const login = Buffer.concat([bytesOf(username), Buffer.from(':'), bytesOf(password)])
  const headers = { 'Proxy-Authorization': `Basic ${login.toString('base64')}` }
  return new HttpsProxyAgent(`${proxy.protocol}//${proxy.host}`, { headers })
}

/** What a part of an address stands for, byte by byte as curl reads it: a percent sign that stands for nothing is itself. */
function bytesOf(part: string): Buffer {
  const text = part.replaceAll(/%([0-9a-f]{2})/gi, (_, byte: string) =>
    String.fromCharCode(Number.parseInt(byte, 16)),
  )
  return Buffer.from(text, 'latin1')
}

/**
 * The proxy for an address, by the rules of curl and Go: the lower case wins, this machine is asked directly, and a
 * domain in `NO_PROXY` stands for all that is in it. What goes over http is never sent to a proxy: it is on this machine.
 */
export function proxyFor(address: string, env: Env): URL | undefined {
  const { protocol, hostname, port } = new URL(address)
  if (protocol !== 'https:' || isLoopback(hostname)) return undefined
  const name = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'].find((one) => env[one])
  const named = name === undefined ? undefined : env[name]
  if (name === undefined || named === undefined) return undefined
  const exceptions = env['no_proxy'] || env['NO_PROXY'] || ''
  if (isExcepted(hostname, port || '443', exceptions)) return undefined
  const text = named.includes('://') ? named : `http://${named}`
  const proxy = URL.canParse(text) ? new URL(text) : undefined
  if (proxy === undefined || !['http:', 'https:'].includes(proxy.protocol)) {
    // It may hold a password, so it is not said.
    throw new Failure(`${name}: expected the address of a proxy, such as http://proxy:3128`, 2)
  }
  return proxy
}

/** Whether a host name can only be this machine. */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i.test(hostname)
}

function isExcepted(hostname: string, port: string, exceptions: string): boolean {
  return exceptions
    .toLowerCase()
    .split(/[\s,]+/)
    .some((one) => {
      if (one === '*') return true
      const [, name = '', only] = /^\*?\.?(.+?)(?::(\d+))?$/.exec(one) ?? []
      if (name === '' || (only !== undefined && only !== port)) return false
      return hostname === name || hostname.endsWith(`.${name}`)
    })
}
