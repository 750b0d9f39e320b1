/** What stands around the shifts on the page, the swap that a shift offers, and the page of many rotations. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { CHROMIUM, launch, linesIn, open, rotate, Site, violations } from './browser.ts'

const NOW = '2027-03-25T12:00:00Z'

const YAML = `
team: Infrastructure
holidays: { company: [2027-04-02..2027-04-05] }
people:
  alice:
    name: Alice Lindqvist
    timezone: Europe/Amsterdam
    country: NL
    away: { on: 2027-04-07, why: an operation }
  bob: { name: Bob Okafor, timezone: America/New_York, contact: { phone: +46 70 123 45 67, slack: "@bob" } }
  wang: { name: 王小明, timezone: Asia/Shanghai }
rotations:
  primary:
    name: Infrastructure primary
    start: 2027-03-01 16:00
    turn: 1 week
    members: [bob, wang, alice]
    overrides: [{ who: bob, on: 2027-03-31, why: a wedding }]
  secondary: { name: Infrastructure secondary, follows: primary }
meetings:
  infra:
    name: Infrastructure meeting
    days: monday
    at: 14:00
    duration: 15 minutes
    chair: { members: [alice, bob], start: 2027-03-01 }
`

/** How long axe may take with a page of sixty rotations, on a machine that has much else to do (ms). */
const SLOW = 180_000

/** What is said of each piece of a lane. */
const named = (page: Page, lane: string): Promise<(string | null)[]> =>
  page
    .locator('.lane', { hasText: lane })
    .locator('.block')
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))

/** When, what and who of a list; why is put in two ways. */
const people = (csv: string): string => csv.replaceAll(/^((?:[^,]*,){4}).*$/gm, '$1')

const SIXTY = readFileSync(join(import.meta.dirname, 'sixty.yaml'), 'utf8')

const REPOSITORY = ['--repository', 'https://github.com/acme/oncall']

if (CHROMIUM === undefined) {
  it.skip('skipped: no browser was found at /usr/bin/chromium, nor where CHROMIUM says', () => {})
}

;(CHROMIUM === undefined ? describe.skip : describe)('the page in a browser', () => {
  let browser: Browser
  let plain: Site
  let full: Site
  let many: Site

  beforeAll(async () => {
    ;[browser, plain, full, many] = await Promise.all([
      launch(),
      Site.make(YAML, NOW, ['html']),
      Site.make(YAML, NOW, ['html', '--contacts', ...REPOSITORY]),
      Site.make(SIXTY, '2026-11-26T14:20:00Z', ['html']),
    ])
  })

  afterAll(async () => {
    await browser.close()
    for (const site of [plain, full, many]) site.close()
  })

  async function opened(
    site: Site,
    act: (page: Page) => Promise<void>,
    options: Parameters<typeof open>[3] = {},
    now = NOW,
  ): Promise<void> {
    const { page, complaints } = await open(browser, site, now, options)
    await act(page)
    expect(complaints).toEqual([])
    await page.close()
  }

  it('has lanes for who is away, for days off and for clock changes', async () => {
    await opened(plain, async (page) => {
      expect(await linesIn(page, '.lane:visible .name')).toEqual([
        'Meetings',
        'Away',
        'Holidays',
        'Clocks',
        'Infrastructure primary ! 1',
        'Infrastructure secondary',
      ])
      expect(await named(page, 'Away')).toEqual([
        'Away: Alice Lindqvist, Wed 7 Apr 00:00 to Thu 8 Apr 00:00; AL',
      ])
      expect(await named(page, 'Holidays')).toEqual([
        'Holiday, Sun 28 Mar to Mon 29 Mar. Netherlands: Alice Lindqvist; NL',
        'Holiday, Fri 2 Apr to Mon 5 Apr. company',
      ])
      expect(await named(page, 'Clocks')).toEqual([
        'Clocks change, Sun 28 Mar 03:00. Europe/Amsterdam: 02:00 becomes 03:00, 1 h forward (Alice Lindqvist)',
      ])
      await page.selectOption('#person', 'bob')
      expect(await linesIn(page, '.lane:visible .name')).toEqual([
        'Meetings',
        'Holidays',
        'Clocks',
        'Infrastructure primary ! 1',
        'Infrastructure secondary',
      ])
    })
    expect(plain.text()).not.toContain('operation')
  })

  it('hatches a shift where its holder is away, and says so', async () => {
    await opened(plain, async (page) => {
      const block = page.getByRole('gridcell', { name: /^Alice.*primary, Mon 5 Apr/ })
      expect(await block.getAttribute('aria-label')).toMatch(
        /\. Alice Lindqvist is away Wed 7 Apr 00:00 to Thu 8 Apr 00:00$/,
      )
      expect(await block.locator('.absent').count()).toBe(1)
      await page.click('#as-table')
      expect((await linesIn(page, '#table tbody tr')).filter((line) => /away/i.test(line))).toEqual(
        [
          expect.stringMatching(/^Mon 5 Apr .* Alice Lindqvist Alice Lindqvist is away Wed 7 Apr/),
          'Wed 7 Apr 00:00 Thu 8 Apr 00:00 1 d Away AL Alice Lindqvist',
        ],
      )
      expect((await linesIn(page, '#table tbody tr')).slice(5, 8)).toEqual([
        'Sun 28 Mar Mon 29 Mar Holiday Netherlands: Alice Lindqvist',
        'Sun 28 Mar 03:00 Clock change Europe/Amsterdam: 02:00 becomes 03:00, 1 h forward (Alice Lindqvist)',
        'Mon 29 Mar 16:00 Mon 29 Mar 16:15 15 min Infrastructure meeting everyone Alice Lindqvist chairs',
      ])
    })
  })

  it('says by lane what check warns of, by keyboard too', async () => {
    await opened(full, async (page) => {
      await page.getByRole('button', { name: '1 warning: Infrastructure primary' }).focus()
      await page.keyboard.press('Enter')
      expect(await linesIn(page, '.explained [role=status]')).toEqual([
        'Infrastructure primary: what to look at Alice Lindqvist is on call for Infrastructure primary from Wed 7 Apr 2027 00:00 to Thu 8 Apr 2027 00:00 (Europe/Amsterdam) but away: find somebody who takes it, or add an override Wed 7 Apr 00:00 to Thu 8 Apr 00:00 rotations/team.yaml:9',
      ])
      await page.keyboard.press('Escape')
      expect(await page.locator('.explained').count()).toBe(0)
    })
  })

  it('says everybody’s local time of a meeting', async () => {
    await opened(plain, async (page) => {
      expect((await linesIn(page, '#occurrences .times'))[0]).toBe(
        '10:00 Bob 16:00 Alice 22:00 王小明 (night)',
      )
      await page.locator('.block.meeting').last().click()
      expect((await linesIn(page, '.explained [role=status] p')).slice(-3)).toEqual([
        '10:00 Bob Okafor (America/New_York)',
        '16:00 Alice Lindqvist (Europe/Amsterdam)',
        '22:00 王小明 (Asia/Shanghai) (night)',
      ])
    })
  })

  it('says how to reach people, and where things are written, only where that was asked for', async () => {
    const shift = /^Bob Okafor: Infrastructure primary, Wed 31 Mar/
    await opened(plain, async (page) => {
      expect(await page.locator('.ways').count()).toBe(0)
      await page.getByRole('gridcell', { name: shift }).click()
      expect(await page.locator('.source').count()).toBe(0)
    })
    expect(plain.text()).not.toMatch(/\+46|team\.yaml|acme/)
    await opened(full, async (page) => {
      expect(await linesIn(page, '.ways')).toEqual(['phone +46 70 123 45 67 slack @bob'])
      expect(await page.locator('.ways a').getAttribute('href')).toBe('tel:+46701234567')
      await page.getByRole('gridcell', { name: shift }).click()
      expect(await page.locator('.explained .source').getAttribute('href')).toBe(
        'https://github.com/acme/oncall/blob/HEAD/rotations/team.yaml#L18',
      )
    })
  })

  it('offers the swap of a shift as a command that runs and as YAML that loads, to the same end', async () => {
    let command = ''
    let yaml = ''
    await opened(plain, async (page) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      const copied = async (name: string): Promise<string> => {
        await page.getByRole('button', { name }).click()
        expect(await linesIn(page, '#copied')).toEqual([expect.stringMatching(/^Copied: /)])
        return page.evaluate('navigator.clipboard.readText()')
      }
      await page
        .getByRole('gridcell', { name: /^王小明: Infrastructure primary, Mon 29 Mar/ })
        .click()
      await page
        .getByLabel('Swap for')
        .selectOption({ label: 'Alice Lindqvist, Mon 5 Apr 18:00 to Mon 12 Apr 18:00' })
      command = await copied('Copy as command')
      yaml = await copied('Copy as YAML')
      expect(await linesIn(page, '.explained pre')).toEqual([
        command,
        yaml.replaceAll(/\s+/g, ' ').trim(),
      ])
      // What is over is not to be had any more.
      await page
        .getByRole('gridcell', { name: /^Bob Okafor: Infrastructure primary, Mon 22 Mar/ })
        .press('Enter')
    })
    expect(command).toMatch(/^rotate swap wang alice --rotation primary --at /)
    const shifts = (act: (folder: string) => void): string => {
      const folder = mkdtempSync(join(tmpdir(), 'rotate-swap-'))
      cpSync(join(plain.folder, 'rotations'), join(folder, 'rotations'), { recursive: true })
      act(folder)
      const said = rotate(
        folder,
        ['shifts', '--from', '2027-03-20', '--to', '2027-05-01', '--format', 'csv'],
        NOW,
      )
      rmSync(folder, { recursive: true })
      return said
    }
    const before = shifts(() => {})
    const byCommand = shifts((folder) =>
      rotate(folder, [...command.split(' ').slice(1), '--yes', '--force'], NOW),
    )
    const byYaml = shifts((folder) => writeFileSync(join(folder, 'rotations', 'swap.yaml'), yaml))
    expect(people(byCommand)).not.toBe(people(before))
    expect(people(byYaml)).toBe(people(byCommand))
  })

  it('on a phone it shows no keys, and the label of now is inside', async () => {
    const options = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }
    for (const now of ['2027-03-28T20:00:00Z', '2027-03-22T00:05:00Z', '2027-03-25T12:00:00Z']) {
      await opened(
        plain,
        async (page) => {
          expect(await page.locator('#keys').isVisible()).toBe(false)
          const [label, lanes] = await Promise.all([
            page.locator('.now-place .now span').boundingBox(),
            page.locator('.now-place').boundingBox(),
          ])
          if (label === null || lanes === null) throw new Error('there is no now')
          expect(label.x).toBeGreaterThanOrEqual(lanes.x)
          expect(label.x + label.width).toBeLessThanOrEqual(lanes.x + lanes.width)
        },
        options,
        now,
      )
    }
    await opened(plain, async (page) => expect(await page.locator('#keys').isVisible()).toBe(true))
  })

  describe('of sixty rotations', () => {
    const then = '2026-11-26T14:20:00Z'

    it('on call now is a list that leaves room for the timeline, gaps first', async () => {
      await opened(
        many,
        async (page) => {
          const lines = await linesIn(page, '#holders li')
          expect(lines).toHaveLength(60)
          expect(lines[0]).toBe('Edge network primary Nobody is on call until 19:00')
          expect(lines[1]).toMatch(/^Payments primary BO Bob Okafor until Fri 27 Nov 11:00$/)
          expect((await page.locator('#holders').boundingBox())?.height).toBeLessThan(560)
        },
        { viewport: { width: 1600, height: 900 } },
        then,
      )
    })

    it('on paper the scale stands above the lanes, for each sheet', async () => {
      await opened(
        many,
        async (page) => {
          await page.emulateMedia({ media: 'print' })
          const axis = page.locator('.axis-place')
          expect(
            await axis.evaluate((one) => one.computedStyleMap().get('display')?.toString()),
          ).toBe('table-header-group')
          const [scale, track] = await Promise.all([
            page.locator('.axis').boundingBox(),
            page.locator('.track').first().boundingBox(),
          ])
          expect(Math.abs((scale?.x ?? 0) - (track?.x ?? 99))).toBeLessThan(1.5)
          expect(Math.abs((scale?.width ?? 0) - (track?.width ?? 99))).toBeLessThan(1.5)
        },
        {},
        then,
      )
    })
  })

  it.each([
    ['few', 'light', 360],
    ['few', 'light', 800],
    ['few', 'light', 1600],
    ['few', 'dark', 360],
    ['few', 'dark', 800],
    ['few', 'dark', 1600],
    ['sixty', 'dark', 360],
    ['sixty', 'light', 1600],
  ] as const)(
    'with %s rotations, %s and %i pixels wide, it passes axe and nothing is wider',
    async (size, colorScheme, width) => {
      await opened(
        size === 'few' ? full : many,
        async (page) => {
          await page.locator('.warns').first().click()
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
          await page.keyboard.press('Escape')
          const shifts = page.locator('.lane:not(.around) .block.shift:not(.past):not(.dim)')
          await shifts.nth(1).click()
          await page.getByLabel('Swap for').selectOption({ index: 1 })
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
          expect(await violations(page)).toEqual([])
        },
        { colorScheme, viewport: { width, height: 900 }, hash: '#zoom=month' },
        size === 'few' ? NOW : '2026-11-26T14:20:00Z',
      )
    },
    SLOW,
  )
})
