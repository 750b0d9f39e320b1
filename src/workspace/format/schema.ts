/** The JSON Schema of a file: made from the shapes that read it, so that it cannot say something else. */
import { file } from './file.ts'
import type { JsonSchema } from './shape.ts'

/** Where it stands, beside the files. */
export const SCHEMA_FILE = '.rotate.schema.json'

const MADE_BY = 'Written by rotate '

/** For editors (draft 7, which yaml-language-server reads), with the version of the program that writes it. */
export function jsonSchema(version: string): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $comment: MADE_BY + version,
    title: 'rotate: rotations, overrides and meetings',
    ...file.schema(),
  }
}

/** As it stands in a file. */
export function schemaText(version: string): string {
  return `${JSON.stringify(jsonSchema(version), null, 2)}\n`
}

/**
 * Whether the text of a schema is older than a version of the program: it says something else, and no newer version
 * wrote it.
 */
export function isOldSchema(text: string, version: string): boolean {
  if (text === schemaText(version)) return false
  const found = parsed(text)
  const by = String(found['$comment'])
  const writer = by.startsWith(MADE_BY) ? by.slice(MADE_BY.length) : ''
  return !isNewer(writer, version) && says(found) !== says(jsonSchema(version))
}

/** All but who wrote it. */
function says(schema: JsonSchema): string {
  return JSON.stringify({ ...schema, $comment: undefined })
}

function parsed(text: string): JsonSchema {
  try {
    const value: unknown = JSON.parse(text)
    return { ...(value as object | null) }
  } catch {
    return {}
  }
}

/** `0.10.0` is newer than `0.9.1`. */
function isNewer(version: string, other: string): boolean {
  return version.localeCompare(other, 'en', { numeric: true }) > 0
}
