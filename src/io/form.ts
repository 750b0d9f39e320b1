/** Sends a form, as OAuth wants it; pdjs sends nothing but JSON. */
import { request as plainly, type Agent } from 'node:http'
import { request as secretly } from 'node:https'

/** What came back: the status, and as much of the text as is read. */
export interface Reply {
  readonly status: number
  readonly text: string
}

/** Much more than any token has. */
const LONGEST = 1_000_000

export function postForm(
  url: string,
  fields: Readonly<Record<string, string>>,
  agent: Agent | undefined,
  signal: AbortSignal,
): Promise<Reply> {
  const body = new URLSearchParams(fields).toString()
  const headers = {
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': String(Buffer.byteLength(body)),
    Accept: 'application/json',
  }
  const send = new URL(url).protocol === 'https:' ? secretly : plainly
  return new Promise((resolve, reject) => {
    const sent = send(url, { method: 'POST', headers, signal, agent }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        text += part
        if (text.length > LONGEST) response.destroy(new Error('the answer is too long'))
      })
      response.once('end', () => resolve({ status: response.statusCode ?? 0, text }))
      response.once('error', reject)
    })
    sent.once('error', reject)
    sent.end(body)
  })
}
