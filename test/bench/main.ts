/** `npm run bench`: the table of ratios. `task NAME` times one thing in this process. */
import { clockOffsets } from '../../src/io/zones.ts'
import { askFirst } from '../../src/time/zone.ts'
import { firstRunRows, processRows, timeTask } from './first.ts'
import { growthRows } from './growth.ts'
import { print } from './rows.ts'
import { shiftRows } from './shifts.ts'

askFirst(clockOffsets)
const [what, name = ''] = process.argv.slice(2)
if (what === 'task') {
  await timeTask(name)
} else {
  console.log(`Node ${process.versions.node}; medians; things that are compared ran in turn\n`)
  print([...processRows(), ...shiftRows(), ...firstRunRows(), ...growthRows()])
}
