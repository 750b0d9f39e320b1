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
async function taken(name, address, { act, clip, most = 4000, ...options }) {
  const page = await opened(address, options)
  // Lanes that are far down are filled before they are seen by a printer too.
  await page.evaluate("dispatchEvent(new Event('beforeprint'))")
  await act?.(page)
  const end = await page.locator(clip ?? 'body').boundingBox()
  const { width } = options.viewport
  await page.screenshot({
    path: name.includes('/') ? name : `${KEPT}/${name}`,
    // A card closes when the window changes, as it does for a picture of the whole page.
    fullPage: act !== withCard,
    ...(name.endsWith('.jpg') && { type: 'jpeg', quality: 50 }),
    clip: { x: 0, y: 0, width, height: Math.min(Math.ceil(end.y + end.height + 16), most) },
  })
  console.log(name)
  await page.close()
}

const phone = { viewport: { width: 360, height: 1200 }, isMobile: true, hasTouch: true }
const tablet = { viewport: { width: 800, height: 1200 } }
const wide = { viewport: { width: 1600, height: 1200 } }
const dark = { colorScheme: 'dark' }

/** The card of the shift that comes next in the first rotation, with a swap. */
const withCard = async (page) => {
  await page.locator('.lane:not(.around) .block.shift:not(.past)').nth(1).click()
  await page.locator('.explained select').selectOption({ index: 2 })
  await page.evaluate("document.querySelector('.explained').scrollIntoView({ block: 'nearest' })")
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
await taken('360.jpg', example, phone)
await taken('360-dark.jpg', example, { ...phone, ...dark })
await taken('360-card.jpg', example, { ...phone, act: withCard, most: 1200 })
await taken('360-sixty.jpg', sixty, { ...phone, most: 2000 })
await taken('800.jpg', example, tablet)
await taken('800-dark-card.jpg', example, { ...tablet, ...dark, act: withCard, most: 1200 })
await taken('800-table.jpg', example, {
  ...tablet,
  clip: '#timeline',
  act: async (page) => {
    await page.click('#as-table')
    await page.getByRole('button', { name: 'Day', exact: true }).click()
  },
})
await taken('1600.jpg', example, wide)
await taken('1600-card.jpg', example, { ...wide, act: withCard, most: 1200 })
await taken('1600-dark.jpg', example, { ...wide, ...dark })
await taken('1600-sixty.jpg', sixty, { ...wide, most: 1500 })
await taken('1600-sixty-dark.jpg', sixty, { ...wide, ...dark, most: 1500 })
for (const [name, address] of [
  ['print', example],
  ['print-sixty', sixty],
]) {
  const page = await opened(address, wide)
  const pdf = join(folder, `${name}.pdf`)
  await page.pdf({ path: pdf, format: 'A4', landscape: true, printBackground: true })
  // One picture a sheet, of the first ones.
  execFileSync('pdftoppm', ['-jpeg', '-l', '4', '-r', '60', pdf, `${KEPT}/${name}`])
  console.log(`${name}-*.jpg`)
  await page.close()
}
await browser.close()
rmSync(folder, { recursive: true })
