// `npm run pictures`: the pictures of the README, and those of the page that are looked at before a change of it is done
// (test/page/pictures/): phone, tablet, wide, light, dark, on paper, and with sixty rotations.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

/** On another day the same example gives other pictures; this is one on which there is much to see. */
const NOW = '2026-11-26T14:20:00Z'

const KEPT = 'test/page/pictures'

const folder = mkdtempSync(join(tmpdir(), 'rotate-pictures-'))
const few = join(folder, 'few')
const many = join(folder, 'many')

/** Outside a repository, so that a picture says nothing of commits. */
function exported(into, write) {
  mkdirSync(join(into, 'rotations'), { recursive: true })
  write(join(into, 'rotations'))
  const program = join(process.cwd(), 'bin/rotate.js')
  execFileSync(process.execPath, [program, 'export', 'ics', 'html', '--out', into], {
    cwd: into,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ROTATE_NOW: NOW },
  })
  return pathToFileURL(join(into, 'index.html')).href
}

const example = exported(few, (rotations) => cpSync('rotations', rotations, { recursive: true }))
const sixty = exported(many, (rotations) =>
  cpSync('test/page/sixty.yaml', join(rotations, 'team.yaml')),
)

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
})

async function opened(address, options) {
  const page = await browser.newPage({ timezoneId: 'Europe/Amsterdam', ...options })
  await page.clock.setFixedTime(new Date(NOW))
  await page.goto(address)
  return page
}

/** Of one page; `act` comes before it. */
async function taken(name, address, { act, clip, ...options }) {
  const page = await opened(address, options)
  await act?.(page)
  const path = name.includes('/') ? name : `${KEPT}/${name}`
  const height = clip && Math.ceil((await page.locator(clip).boundingBox()).height)
  const top = clip && (await page.locator(clip).boundingBox()).y
  const { width } = options.viewport
  await page.screenshot({
    path,
    fullPage: true,
    ...(clip && { clip: { x: 0, y: 0, width, height: Math.ceil(top + height + 16) } }),
  })
  console.log(path)
  await page.close()
}

const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }
const tablet = { viewport: { width: 800, height: 900 } }
const wide = { viewport: { width: 1600, height: 900 } }
const dark = { colorScheme: 'dark' }

/** The card of the shift that comes next in the first rotation, with a swap. */
const withCard = async (page) => {
  await page.locator('.lane:not(.days) .block.shift:not(.past)').nth(1).click()
  await page.locator('.explained select').selectOption({ index: 1 })
}

rmSync(KEPT, { recursive: true, force: true })
mkdirSync(KEPT, { recursive: true })
for (const colorScheme of ['light', 'dark']) {
  await taken(`docs/page-${colorScheme}.png`, example, {
    viewport: { width: 1200, height: 700 },
    deviceScaleFactor: 1.5,
    colorScheme,
    clip: '#timeline',
  })
}
await taken('360.png', example, phone)
await taken('360-dark.png', example, { ...phone, ...dark })
await taken('360-card.png', example, { ...phone, act: withCard })
await taken('360-sixty.png', sixty, phone)
await taken('800.png', example, tablet)
await taken('800-dark-card.png', example, { ...tablet, ...dark, act: withCard })
await taken('800-table.png', example, { ...tablet, act: (page) => page.click('#as-table') })
await taken('1600.png', example, wide)
await taken('1600-card.png', example, { ...wide, act: withCard })
await taken('1600-dark.png', example, { ...wide, ...dark })
await taken('1600-sixty.png', sixty, wide)
await taken('1600-sixty-dark.png', sixty, { ...wide, ...dark })
for (const [name, address] of [
  ['print', example],
  ['print-sixty', sixty],
]) {
  const page = await opened(address, wide)
  const pdf = join(folder, `${name}.pdf`)
  await page.pdf({ path: pdf, format: 'A4', landscape: true, printBackground: true })
  // One picture a sheet.
  execFileSync('pdftoppm', ['-png', '-r', '72', pdf, `${KEPT}/${name}`])
  console.log(`${KEPT}/${name}-*.png`)
  await page.close()
}
await browser.close()
rmSync(folder, { recursive: true })
