/** Letters by which people are known on the page, in every script. */
import { expect, it } from '@jest/globals'
import { initialsOf } from '../../src/views/page/initials.ts'
import { marksOf } from '../../src/views/people-marks.ts'
import { load } from '../../src/workspace/load.ts'

function initials(...names: readonly string[]): string[] {
  const people = names.map((name, i) => `  p${i}: { name: "${name}" }`).join('\n')
  const { workspace, problems } = load([{ path: 'x.yaml', text: `people:\n${people}` }])
  expect(problems).toEqual([])
  return [...initialsOf(workspace, marksOf(workspace, false)).values()]
}

it.each([
  ['Alice Lindqvist', 'AL'],
  ['Łukasz Żak', 'LZ'],
  ['Nguyễn Thị Hà', 'NT'],
  ['Ольга Петрова', 'ОП'],
  ['Σοφία Παππά', 'ΣΠ'],
  ['נועה לוי', 'נל'],
  // Kept apart: joined they would be other shapes.
  ['محمد علي', 'م\u200Cع'],
  ['王小明', '王'],
  ['佐藤 花子', '佐'],
  ['김민준', '김'],
  // A letter with its vowel sign is one.
  ['प्रिया रमन', 'प्रि'],
  ['สมชาย ใจดี', 'ส'],
  ['🦊 Kit Fox', '🦊'],
  // One picture out of several characters.
  ['👩🏽‍💻 Ada', '👩🏽‍💻'],
  ['🇳🇱 Jan', '🇳🇱'],
  ['Ольга', 'ОЛ'],
])('the initials of %s are %s', (name, letters) => {
  expect(initials(name)).toEqual([letters])
})

it('no two people have the same, whatever they are called', () => {
  expect(initials('王小明', '王芳', '王小明', '王小明')).toEqual(['王', '王芳', '王小', '王明'])
  expect(initials('Ольга Петрова', 'Олег Павлов')).toEqual(['ОП', 'ОЛ'])
  const many = initials(...Array.from({ length: 40 }, () => '王明'))
  expect(new Set(many).size).toBe(40)
})

it('a name without any letter has the mark of its id', () => {
  expect(initials('。', '「」')).toEqual(['P0', 'P1'])
})
