// `npm run pictures`: the pictures of the README, made of the example, so that they stay true.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

/** On another day the same example gives other pictures; this is one on which there is much to see. */
const NOW = '2026-11-26T14:20:00Z'

const folder = mkdtempSync(join(tmpdir(), 'rotate-pictures-'))
execFileSync(process.execPath, ['bin/rotate.js', 'export', 'html', '--out', folder], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, ROTATE_NOW: NOW },
})

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
})
for (const colorScheme of ['light', 'dark']) {
  const page = await browser.newPage({
    viewport: { width: 1200, height: 700 },
    deviceScaleFactor: 1.5,
    timezoneId: 'Europe/Amsterdam',
    colorScheme,
  })
  await page.clock.setFixedTime(new Date(NOW))
  await page.goto(pathToFileURL(join(folder, 'index.html')).href)
  const timeline = await page.locator('#timeline').boundingBox()
  const height = Math.ceil(timeline.y + timeline.height + 16)
  const path = `docs/page-${colorScheme}.png`
  await page.screenshot({ path, fullPage: true, clip: { x: 0, y: 0, width: 1200, height } })
  console.log(path)
}
await browser.close()
rmSync(folder, { recursive: true })
