/** Secrets taken out of what a server says: it could send back what it was sent. */

/** A text without secrets, be they written as they are, as in an address, or as in a form. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.flatMap(waysToWrite).reduce((left, one) => left.replaceAll(one, '***'), text)
}

function waysToWrite(secret: string): string[] {
  if (secret === '') return []
  const written = [secret, encodeURIComponent(secret), inForm(secret)]
  const all = written.flatMap((one) => [one, one.replaceAll(/%[0-9A-F]{2}/g, lower)])
  return [...new Set(all)]
}

const lower = (part: string): string => part.toLowerCase()

function inForm(secret: string): string {
  return new URLSearchParams([['', secret]]).toString().slice(1)
}
