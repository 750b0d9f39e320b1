/** `rotate schema` */
import type { Command } from './command.ts'
import { VERSION } from './version.ts'

export const schema: Command = {
  details: `Save it beside the YAML and put this line on top of each file ('rotate init' does both):
  # yaml-language-server: $schema=.rotate.schema.json`,
  options: [],
  examples: [['rotate schema > rotations/.rotate.schema.json', 'renew it after an update']],
  async run(_, io) {
    const { schemaText } = await import('../workspace/format/schema.ts')
    io.out.write(schemaText(VERSION))
    return 0
  },
}
