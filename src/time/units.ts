/** The units of lengths. */

export type Unit = 'minutes' | 'hours' | 'days' | 'weeks' | 'months' | 'shifts'

/** A number of units. What a day or a month is depends on where it begins, so it is not yet a time. */
export interface Length<U extends Unit = Unit> {
  readonly count: number
  readonly unit: U
}
