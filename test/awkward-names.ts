/** Names of people that are hard to lay out: wide signs, emoji of several, right to left, longer than a terminal. */
export const NAMES: readonly string[] = [
  'Alice Lindqvist',
  '田中 花子',
  '👩‍🚀 Zoë Ünal',
  'Hubert Blaine Wolfeschlegelsteinhausenbergerdorff the Second',
  'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochuchaf',
  `Erin O'Neill`,
  'محمد عبد الله',
  'Bo',
]
