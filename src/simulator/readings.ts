/** What PagerDuty's documentation leaves open: each reading of it is an option, so that a client can be tried under all. */
export interface Readings {
  /** Shifts: the first member of an event serves the occurrence at `start_time`, or the first one that is effective. */
  readonly memberIndex: 'start-time' | 'effective-since'
  /** Shifts: PUT of a schedule must carry its name and zone, or may leave out what stays (as in the schema). */
  readonly settings: 'whole' | 'partial'
  /** Shifts: how many rotations may have an event that has not ended: ten, or as many as one likes. */
  readonly activeRotations: 'ten' | 'unlimited'
  /** Both kinds: an id of the other kind's is refused with what kind it is, or is not found. */
  readonly otherKind: 'named' | 'not-found'
  /** Shifts: the `errors` of a refusal are a list of sentences, or a map from fields to messages (as in the schema). */
  readonly errors: 'list' | 'map'
  /** Shifts: the schedule's answer has the events within its rotations, or its rotations without them. */
  readonly scheduleEvents: 'within' | 'left-out'
  /** Shifts: the final schedule says where the turn of an empty member comes from, or does not. */
  readonly emptySource: 'absent' | 'present'
  /** Both kinds: a stretch of more than 90 days is answered, or refused. */
  readonly longStretch: 'answered' | 'refused'
  /** Shifts: whether events that have ended count towards the five that a rotation may have. */
  readonly pastEvents: 'count' | 'do-not-count'
  /** Shifts: DELETE of an active event ends it now, or removes it with all that it rendered. */
  readonly deleteActiveEvent: 'cut' | 'remove'
  /** Shifts: an occurrence cut by `effective_since` or `effective_until` is served in part, or counts whole by its start. */
  readonly effectiveEdges: 'clip' | 'whole'
  /** Shifts: the end of an occurrence is repeated by the wall clock, or by the length of the first one. */
  readonly eventEnd: 'wall' | 'elapsed'
  /** Shifts: `09:00:00Z` with `America/New_York` is nine o'clock UTC, or nine o'clock in New York. */
  readonly zonedTime: 'offset' | 'wall'
  /** Shifts: who is on call where two rotations, or a rotation and a custom shift, overlap: all, or the newest alone. */
  readonly overlap: 'add' | 'newest'
  /** Shifts: whether an override may name `empty_member`, on either side. */
  readonly emptyMemberInOverrides: 'accept' | 'refuse'
  /** Shifts: an override of somebody who is not on call in that stretch. */
  readonly strayOverride: 'accept' | 'refuse'
  /** Shifts: DELETE of a running override ends it now, or removes it as if it had never been. */
  readonly deleteRunningOverride: 'cut' | 'remove'
  /** Shifts: a deleted rotation that has served is gone from the answers, or is listed with its ended events. */
  readonly deletedRotation: 'hidden' | 'listed'
  /** Shifts: whether the final schedule shows the shifts of an empty member. */
  readonly emptyShifts: 'shown' | 'omitted'
  /** Shifts: lists without `overflow` clip what crosses the range, or leave it out. */
  readonly withoutOverflow: 'clipped' | 'left-out'
  /** Both kinds: the start of an override or custom shift in the past becomes now, or is refused. */
  readonly pastStart: 'clamp' | 'refuse'
  /** Both kinds: neighbouring shifts of one holder and one source are rendered apart, or as one. */
  readonly neighbours: 'apart' | 'merged'
  /** Layers: turns of whole days keep their time on the wall clock, or last so many seconds. */
  readonly wholeDayTurns: 'wall' | 'elapsed'
  /** Layers: a restriction ends at the time of day that its length gives, or after so many seconds. */
  readonly restrictionEnd: 'wall' | 'elapsed'
  /** Layers: the offset of `rotation_virtual_start` is honoured, or dropped (its digits are read as UTC). */
  readonly virtualStartOffset: 'honoured' | 'dropped'
  /** Layers: the list of overrides names their ids always, or with `editable=true` alone (as documented). */
  readonly overrideIds: 'always' | 'editable-only'
  /** Layers: DELETE of a running override answers 200 with nothing (as documented), or with the override. */
  readonly truncatedBody: 'empty' | 'override'
  /** Users: `query` searches names and e-mail addresses, or names alone (as documented). */
  readonly userSearch: 'names-and-emails' | 'names'
}

/** The reading of each that is the likeliest. */
export const DEFAULT_READINGS: Readings = {
  memberIndex: 'start-time',
  settings: 'whole',
  activeRotations: 'ten',
  otherKind: 'named',
  errors: 'list',
  scheduleEvents: 'within',
  emptySource: 'absent',
  longStretch: 'answered',
  pastEvents: 'do-not-count',
  deleteActiveEvent: 'cut',
  effectiveEdges: 'clip',
  eventEnd: 'wall',
  zonedTime: 'offset',
  overlap: 'add',
  emptyMemberInOverrides: 'accept',
  strayOverride: 'accept',
  deleteRunningOverride: 'cut',
  deletedRotation: 'hidden',
  emptyShifts: 'shown',
  withoutOverflow: 'clipped',
  pastStart: 'clamp',
  neighbours: 'apart',
  wholeDayTurns: 'wall',
  restrictionEnd: 'wall',
  virtualStartOffset: 'dropped',
  overrideIds: 'always',
  truncatedBody: 'empty',
  userSearch: 'names-and-emails',
}
