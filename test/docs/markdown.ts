/** The fenced blocks of a Markdown page, and its links. */

export interface Block {
  /** The words behind the fence: `yaml`, `yaml fragment`, `console`. */
  readonly info: string
  readonly lines: readonly string[]
  /** The line of the page, counted from 0, on which `lines` begin. */
  readonly first: number
  /** The nearest heading of the second level above it. */
  readonly section: string
}

export function blocksIn(page: string): Block[] {
  const blocks: Block[] = []
  let section = ''
  let open: { info: string; first: number } | undefined
  const lines = page.split('\n')
  for (const [i, line] of lines.entries()) {
    const fence = /^```(.*)$/.exec(line)
    if (fence !== null && open === undefined) {
      open = { info: (fence[1] ?? '').trim(), first: i + 1 }
    } else if (fence !== null && open !== undefined) {
      blocks.push({ ...open, lines: lines.slice(open.first, i), section })
      open = undefined
    } else if (open === undefined && line.startsWith('## ')) {
      section = line.slice(3)
    }
  }
  return blocks
}

/** Where the links lead that name a file of this repository: `docs/format.md#windows`. */
export function linksIn(page: string): string[] {
  const prose = page.replaceAll(/^```[^]*?^```/gm, '').replaceAll(/`[^`\n]*`/g, '')
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target ?? '')
    .filter((target) => !/^[a-z]+:/.test(target))
}

/** The anchors of the headings, as GitHub and GitLab make them. */
export function anchorsIn(page: string): string[] {
  const prose = page.replaceAll(/^```[^]*?^```/gm, '')
  return [...prose.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    (heading ?? '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}
