/** Plain output on the log of a CI: its runner takes some lines for commands, and text from the YAML may give none. */

/** The same text without anything that a runner of GitHub, Gitea or Azure takes for a command: `::` at the beginning of a line, `##[` and `##vso[` anywhere. */
export function harmlessOnLog(text: string): string {
  return text.replaceAll(/^([^\S\r\n]*):(?=:)/gm, '$1: ').replaceAll(/#(?=#(?:vso)?\[)/g, '# ')
}
