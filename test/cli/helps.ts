/** For the tests of help: the help of a command, however it is asked for. */
import { expect } from '@jest/globals'
import { rotate } from './world.ts'

export async function helpOf(name: string): Promise<string> {
  const { out, err, exit } = await rotate(`${name} --help`)
  expect([err, exit]).toEqual(['', 0])
  expect((await rotate(`help ${name}`)).out).toBe(out)
  return `\n${out}`
}
