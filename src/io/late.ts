/** Parts of Node that take milliseconds to read and that few questions need: read when they are. */
import type * as ChildProcess from 'node:child_process'
import type * as Crypto from 'node:crypto'
import { createRequire } from 'node:module'
import type * as Streams from 'node:stream'
import type * as Tty from 'node:tty'

/** What Node gives by each name. */
interface Parts {
  /** It comes with much of the network, a twentieth of what `rotate who` takes. */
  readonly 'node:child_process': typeof ChildProcess
  readonly 'node:crypto': typeof Crypto
  readonly 'node:stream': typeof Streams
  readonly 'node:tty': typeof Tty
}

/** A part of Node, without waiting. */
export function late<Name extends keyof Parts>(name: Name): Parts[Name] {
  // What Node gives for that name.
  return createRequire(import.meta.url)(name) as Parts[Name]
}
