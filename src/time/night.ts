/** Night, everywhere: what burden counts, and when `tonight` is over. */
import { HOUR } from './instant.ts'

/** From 22:00 to 07:00 of the next day (ms since midnight). */
export const NIGHT: { readonly from: number; readonly to: number } = {
  from: 22 * HOUR,
  to: 7 * HOUR,
}
