import { expect, it } from '@jest/globals'
import { harmlessOnLog } from '../../src/views/log.ts'

it('text gives the runner of a CI no commands', () => {
  expect(harmlessOnLog('::error::x\n  ::stop-commands::y\na ::b\n')).toBe(
    ': :error::x\n  : :stop-commands::y\na ::b\n',
  )
  expect(harmlessOnLog('a ##[set-env]b\n##vso[task]c\n## title\n')).toBe(
    'a # #[set-env]b\n# #vso[task]c\n## title\n',
  )
})
