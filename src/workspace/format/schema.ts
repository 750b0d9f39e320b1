/** The JSON Schema of a file: made from the shapes that read it, so that it cannot say something else. */
import { file } from './file.ts'
import type { JsonSchema } from './shape.ts'

/** For editors (draft 7, which yaml-language-server reads). */
export function jsonSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'rotate: rotations, overrides and meetings',
    ...file.schema(),
  }
}
