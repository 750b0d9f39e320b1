/** How far something long has come, for whoever waits: a room that works says it, and does not know who hears it. */

/** Hears how many of all there are is done: `tell('shifts', 12, 60, 'rotations')`. */
export type Tell = (what: string, done: number, all: number, things: string) => void

/** Where nobody waits. */
export const unheard: Tell = () => undefined
