/** Everything that the simulated PagerDuty answers to. */
import { listAbilities } from './abilities.ts'
import * as auditRecords from './audit-records.ts'
import * as incidents from './incidents.ts'
import * as layerOverrides from './layers/overrides.ts'
import * as layers from './layers/schedules.ts'
import { listOnCalls } from './oncalls.ts'
import * as policies from './policies.ts'
import type { Route } from './route.ts'
import * as customShifts from './shifts/custom-shifts.ts'
import * as events from './shifts/events.ts'
import * as shiftOverrides from './shifts/overrides.ts'
import * as rotations from './shifts/rotations.ts'
import * as shifts from './shifts/schedules.ts'
import * as teams from './teams.ts'
import * as users from './users.ts'

const SHIFTS = '/v3/schedules'
const ROTATION = `${SHIFTS}/{id}/rotations/{rotation_id}`
const EVENT = `${ROTATION}/events/{event_id}`
const CUSTOM_SHIFT = `${SHIFTS}/{id}/custom_shifts/{custom_shift_id}`
const OVERRIDE = `${SHIFTS}/{id}/overrides/{override_id}`

/** All routes of the API. */
export const ROUTES: readonly Route[] = [
  { method: 'GET', path: SHIFTS, handle: shifts.listSchedules },
  { method: 'POST', path: SHIFTS, handle: shifts.createSchedule },
  { method: 'GET', path: `${SHIFTS}/{id}`, handle: shifts.getSchedule },
  { method: 'PUT', path: `${SHIFTS}/{id}`, handle: shifts.updateSchedule },
  { method: 'DELETE', path: `${SHIFTS}/{id}`, handle: shifts.deleteSchedule },
  { method: 'GET', path: `${SHIFTS}/{id}/audit/records`, handle: auditRecords.listOfShifts },
  { method: 'GET', path: `${SHIFTS}/{id}/rotations`, handle: rotations.listRotations },
  { method: 'POST', path: `${SHIFTS}/{id}/rotations`, handle: rotations.createRotation },
  { method: 'GET', path: ROTATION, handle: rotations.getRotation },
  { method: 'DELETE', path: ROTATION, handle: rotations.deleteRotation },
  { method: 'GET', path: `${ROTATION}/events`, handle: events.listEvents },
  { method: 'POST', path: `${ROTATION}/events`, handle: events.createEvent },
  { method: 'GET', path: EVENT, handle: events.getEvent },
  { method: 'PUT', path: EVENT, handle: events.updateEvent },
  { method: 'DELETE', path: EVENT, handle: events.deleteEvent },
  { method: 'GET', path: `${SHIFTS}/{id}/custom_shifts`, handle: customShifts.listCustomShifts },
  { method: 'POST', path: `${SHIFTS}/{id}/custom_shifts`, handle: customShifts.createCustomShifts },
  { method: 'GET', path: CUSTOM_SHIFT, handle: customShifts.getCustomShift },
  { method: 'PUT', path: CUSTOM_SHIFT, handle: customShifts.updateCustomShift },
  { method: 'DELETE', path: CUSTOM_SHIFT, handle: customShifts.deleteCustomShift },
  { method: 'GET', path: `${SHIFTS}/{id}/overrides`, handle: shiftOverrides.listOverrides },
  { method: 'POST', path: `${SHIFTS}/{id}/overrides`, handle: shiftOverrides.createOverrides },
  { method: 'GET', path: OVERRIDE, handle: shiftOverrides.getOverride },
  { method: 'PUT', path: OVERRIDE, handle: shiftOverrides.updateOverride },
  { method: 'DELETE', path: OVERRIDE, handle: shiftOverrides.deleteOverride },

  { method: 'GET', path: '/schedules', handle: layers.listSchedules },
  { method: 'POST', path: '/schedules', handle: layers.createSchedule },
  { method: 'POST', path: '/schedules/preview', handle: layers.previewSchedule },
  { method: 'GET', path: '/schedules/{id}', handle: layers.getSchedule },
  { method: 'PUT', path: '/schedules/{id}', handle: layers.updateSchedule },
  { method: 'DELETE', path: '/schedules/{id}', handle: layers.deleteSchedule },
  { method: 'GET', path: '/schedules/{id}/audit/records', handle: auditRecords.listOfLayers },
  { method: 'GET', path: '/schedules/{id}/users', handle: layers.listScheduleUsers },
  { method: 'GET', path: '/schedules/{id}/overrides', handle: layerOverrides.listOverrides },
  { method: 'POST', path: '/schedules/{id}/overrides', handle: layerOverrides.createOverrides },
  {
    method: 'DELETE',
    path: '/schedules/{id}/overrides/{override_id}',
    handle: layerOverrides.deleteOverride,
  },

  { method: 'GET', path: '/abilities', handle: listAbilities },
  { method: 'GET', path: '/oncalls', handle: listOnCalls },
  { method: 'GET', path: '/teams', handle: teams.listTeams },
  { method: 'POST', path: '/teams', handle: teams.createTeam },
  { method: 'GET', path: '/users', handle: users.listUsers },
  { method: 'POST', path: '/users', handle: users.createUser },
  { method: 'GET', path: '/users/me', handle: users.getMe },
  { method: 'GET', path: '/users/{id}', handle: users.getUser },
  { method: 'PUT', path: '/users/{id}', handle: users.updateUser },
  { method: 'DELETE', path: '/users/{id}', handle: users.deleteUser },
  { method: 'GET', path: '/escalation_policies', handle: policies.listPolicies },
  { method: 'POST', path: '/escalation_policies', handle: policies.createPolicy },
  { method: 'GET', path: '/escalation_policies/{id}', handle: policies.getPolicy },
  { method: 'PUT', path: '/escalation_policies/{id}', handle: policies.updatePolicy },
  { method: 'DELETE', path: '/escalation_policies/{id}', handle: policies.deletePolicy },
  { method: 'GET', path: '/incidents', handle: incidents.listIncidents },
  { method: 'GET', path: '/incidents/{id}/log_entries', handle: incidents.listIncidentLogEntries },
  { method: 'GET', path: '/incidents/{id}/notes', handle: incidents.listNotes },
  { method: 'GET', path: '/log_entries', handle: incidents.listLogEntries },
]
