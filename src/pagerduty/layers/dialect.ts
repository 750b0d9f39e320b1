/** The dialect of layer-based schedules: layers for what goes on by itself, overrides for the rest, the newest on top. */
import type { Dialect } from '../../sync/dialect.ts'
import { onTop } from '../../sync/on-top/on-top.ts'
import type { LayerSchedule } from '../remote.ts'
import { nativeOf, type NativeLayers } from './layers.ts'
import { LONGEST_NAME } from '../request.ts'
import { requestsFor } from './requests.ts'

/** Layer-based schedules: one person at a time, and never emptiness over a layer. */
export const layers: Dialect<LayerSchedule, NativeLayers> = {
  laying: onTop,
  can: { two: false, nobody: false, marker: Infinity, name: LONGEST_NAME },
  words: {
    service: 'PagerDuty',
    schedule: 'a layer-based schedule',
    turns: 'a layer',
    remedy: 'a shift-based one can (kind: shifts, and no schedule: in the YAML)',
  },
  turnsIn: () => [],
  native: nativeOf,
  requests: requestsFor,
}
