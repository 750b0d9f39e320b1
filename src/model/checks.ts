/** The rules of `rotate check` that a workspace may turn off or set (`checks:`). */
export const SETTABLE: readonly string[] = ['away-on-call', 'double-booking', 'gap', 'not-in-team']
