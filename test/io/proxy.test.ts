import { expect, it } from '@jest/globals'
import { agentFor, proxyFor } from '../../src/io/proxy.ts'

const API = 'https://api.pagerduty.com'
const PROXY = { HTTPS_PROXY: 'http://proxy:3128' }

it.each([
  ['none is named', {}, API, undefined],
  ['HTTPS_PROXY', PROXY, API, 'http://proxy:3128/'],
  ['https_proxy comes first', { ...PROXY, https_proxy: 'http://other:1' }, API, 'http://other:1/'],
  ['ALL_PROXY where there is no other', { ALL_PROXY: 'http://all:1' }, API, 'http://all:1/'],
  ['a proxy without http:// before it', { HTTPS_PROXY: 'proxy:3128' }, API, 'http://proxy:3128/'],
  ['HTTP_PROXY is for http', { HTTP_PROXY: 'http://proxy:3128' }, API, undefined],
  ['an empty one is none', { HTTPS_PROXY: '' }, API, undefined],
  ['NO_PROXY: the host', { ...PROXY, NO_PROXY: 'x, api.pagerduty.com' }, API, undefined],
  ['NO_PROXY: its domain', { ...PROXY, NO_PROXY: 'pagerduty.com' }, API, undefined],
  ['NO_PROXY: its domain with a dot', { ...PROXY, no_proxy: '.PagerDuty.com' }, API, undefined],
  ['NO_PROXY: its domain with a star', { ...PROXY, no_proxy: '*.pagerduty.com' }, API, undefined],
  ['NO_PROXY: all', { ...PROXY, NO_PROXY: '*' }, API, undefined],
  ['NO_PROXY: its port', { ...PROXY, NO_PROXY: 'pagerduty.com:443' }, API, undefined],
  [
    'NO_PROXY: another port',
    { ...PROXY, NO_PROXY: 'pagerduty.com:8443' },
    API,
    'http://proxy:3128/',
  ],
  ['NO_PROXY: only part of a name', { ...PROXY, NO_PROXY: 'duty.com' }, API, 'http://proxy:3128/'],
  ['this machine', PROXY, 'https://localhost:8443', undefined],
  ['http, which is only for this machine', PROXY, 'http://127.0.0.1:80', undefined],
])('the proxy: %s', (_, env, address, proxy) => {
  expect(proxyFor(address, env)?.href).toBe(proxy)
})

it.each(['socks5://user:secret@proxy:1080', 'http://'])(
  '%s is no proxy, and is not said',
  (one) => {
    expect(() => proxyFor(API, { HTTPS_PROXY: one })).toThrow(
      'HTTPS_PROXY: expected the address of a proxy, such as http://proxy:3128',
    )
  },
)

it.each([
  ['p%40ss', 'p@ss'],
  ['100%', '100%'],
  ['%zz%C3et', '%zz\u00C3et'],
  ['gr\u00FC\u00DFe', Buffer.from('gr\u00FC\u00DFe').toString('latin1')],
])(
  'a password of %s, percent signs being no more than that where they stand for nothing',
  async (written, meant) => {
    const agent = await agentFor(API, { HTTPS_PROXY: `http://user:${written}@proxy:3128` })
    const login = Buffer.from(`user:${meant}`, 'latin1').toString('base64')
    expect(agent).toMatchObject({ proxyHeaders: { 'Proxy-Authorization': `Basic ${login}` } })
  },
)
