/** Links inside the repository lead somewhere. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { anchorsIn, linksIn } from './markdown.ts'
import { pageAt, PAGES, ROOT } from './pages.ts'

describe.each(PAGES)('%s', (path) => {
  it('links to files and headings that exist', () => {
    const broken = linksIn(pageAt(path)).filter((link) => {
      const [file = '', anchor] = link.split('#')
      const target = file === '' ? path : join(dirname(path), file)
      if (!existsSync(join(ROOT, target))) return true
      return anchor !== undefined && !anchorsIn(pageAt(target)).includes(anchor)
    })
    expect(broken).toEqual([])
  })
})
