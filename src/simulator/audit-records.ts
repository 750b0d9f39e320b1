/** `/schedules/{id}/audit/records`, of both kinds: the newest first, page by page with a cursor. */
import type { Account } from './account.ts'
import type { AuditRecord, Doer } from './audit.ts'
import { layerScheduleIn } from './layers/schedules.ts'
import { inUtc } from './moment.ts'
import { countIn } from './page.ts'
import type { Interval } from './interval.ts'
import { instantIn } from './range.ts'
import { layersReference, shiftsReference, userReference } from './reference.ts'
import { invalid } from './refusal.ts'
import type { Answer, Request } from './route.ts'
import { scheduleIn } from './shifts/find.ts'
import { DAY } from './zone.ts'

const MOST = 100

/** Answers `GET /schedules/{id}/audit/records`. */
export function listOfLayers(request: Request, account: Account): Answer {
  return listOf(layerScheduleIn(request, account).id, request, account)
}

/** Answers `GET /v3/schedules/{id}/audit/records`. */
export function listOfShifts(request: Request, account: Account): Answer {
  return listOf(scheduleIn(request, account).id, request, account)
}

function listOf(schedule: string, request: Request, account: Account): Answer {
  const { start, end } = rangeIn(request, account)
  const found = account.audit
    .filter((one) => one.schedule === schedule && one.at >= start && one.at <= end)
    .toReversed()
  const limit = Math.min(countIn(request, 'limit', MOST, 1), MOST)
  const first = placeOf(request.query.get('cursor'), found)
  const records = found.slice(first, first + limit)
  const last = records.at(-1)
  const isMore = first + limit < found.length
  return {
    status: 200,
    body: {
      records: records.map((record) => show(account, record)),
      next_cursor: isMore && last !== undefined ? btoa(last.id) : null,
      limit,
    },
  }
}

/** The day until now where nothing is said; 31 days at the most. */
function rangeIn(request: Request, { now }: Account): Interval {
  const end = instantIn(request, 'until') ?? now()
  const start = instantIn(request, 'since') ?? now() - DAY
  if (end < start) throw invalid({ until: ['must not be before since'] })
  if (end - start > 31 * DAY) throw invalid({ until: ['must be within 31 days of since'] })
  return { start, end }
}

/** Where a page begins: after the record that ended the page before. */
function placeOf(cursor: string | null, found: readonly AuditRecord[]): number {
  if (cursor === null || cursor === '') return 0
  const before = found.findIndex(({ id }) => btoa(id) === cursor)
  if (before === -1) throw invalid({ cursor: ['is not one that was given'] })
  return before + 1
}

function show(account: Account, record: AuditRecord): object {
  const { id, at, doer, schedule, action, resource, shown } = record
  const root = account.shiftSchedules.has(schedule)
    ? shiftsReference(account, schedule)
    : layersReference(account, schedule)
  return {
    id,
    execution_time: inUtc(at),
    execution_context: { request_id: id.toLowerCase(), remote_address: '127.0.0.1' },
    actors: actorsOf(account, doer),
    method: { type: doer.method },
    root_resource: root,
    action,
    details: {
      resource: resource.id === schedule ? root : resource,
      fields: Object.entries(shown).flatMap(([name, value]) =>
        name !== 'id' && typeof value === 'string' ? [{ name, value }] : [],
      ),
      references: [],
    },
  }
}

function actorsOf(account: Account, { kind, id }: Doer): readonly object[] {
  if (kind === 'user') return id === undefined ? [] : [userReference(account, id)]
  const summary = kind === 'api_key' ? 'API key' : 'App'
  return [{ id: 'PSIMULATOR', type: `${kind}_reference`, summary }]
}
