/** What people wrote about an incident. */
import type { Note } from '../../model/incident.ts'
import { Refused } from '../../sync/service.ts'
import type { Client } from '../client.ts'
import { instant, objects } from '../json.ts'
import { harmlessOr } from './harmless.ts'
import { userNamed } from './references.ts'

/** The last note about an incident; undefined where there is none. */
export async function lastNoteOf(client: Client, id: string): Promise<Note | undefined> {
  try {
    const body = await client.get(`/incidents/${encodeURIComponent(id)}/notes`)
    return objects(body['notes'], 'list of notes')
      .map((one): Note => ({
        at: instant(one['created_at'], 'created_at of a note'),
        by: userNamed(one['user']),
        text: harmlessOr(one['content'], '').trim(),
      }))
      .reduce<Note | undefined>((last, one) => (last && last.at >= one.at ? last : one), undefined)
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return undefined
    throw error
  }
}
