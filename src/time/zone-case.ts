/** The name of a zone as the IANA database has it, of what was typed in any case. */

/** `Asia/Tokyo` of `asia/tokyo`, `US/Eastern` of `us/eastern`; a name that may be in order is not looked up. */
export function inItsCase(name: string): string {
  const parts = name.split('/')
  if (parts.every((part) => /^([A-Z][\w-]*[a-z]|US|UTC|GMT)$/.test(part))) return name
  const all = Intl.supportedValuesOf('timeZone')
  const known = all.find((one) => one.toLowerCase() === name.toLowerCase())
  if (known !== undefined) return known
  // Links are not in that list; those with a region have no word in them that is written otherwise.
  if (parts.length < 2) return /^(utc|gmt)$/i.test(name) ? name.toUpperCase() : name
  return name
    .toLowerCase()
    .replaceAll(/(?<=^|[/_-])(?:(?:utc|uct|gmt|us)\b|[a-z])/g, (part) => part.toUpperCase())
}
