/** The version of the program; a test holds it against package.json. */
export const VERSION = '0.1.0'

/** The release of the IANA database that this Node has, which decides where two machines differ in a time. */
export function zoneDataRelease(): string {
  return process.versions['tz'] ?? 'unknown'
}
