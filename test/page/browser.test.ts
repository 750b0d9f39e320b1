/** The page as people use it, in a real browser. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { CHROMIUM, launch, linesIn, open, Site, violations } from './browser.ts'

const NOW = '2026-12-03T14:20:00Z'

const YAML = `
team: Infrastructure
people:
  alice: { name: Alice Lindqvist, email: alice@example.com, timezone: Europe/Amsterdam }
  bob: { name: Bob Okafor, timezone: America/New_York }
  carol: { name: Carol Janssen, timezone: Asia/Kathmandu }
  evil: { name: "<img src=x onerror=alert(1)></script>" }
rotations:
  primary:
    name: Infrastructure primary
    start: 2026-11-30 16:00
    turn: 1 week
    members: [alice, bob]
    overrides: [{ who: carol, from: 2026-12-05 08:00, to: 2026-12-05 20:00, why: a wedding }]
  desk:
    name: The desk
    start: 2026-11-30
    turn: 1 shift
    members: [carol, evil]
    during: { days: mon-fri, from: 09:00, to: 17:00 }
    coverage: { days: mon-fri, from: 09:00, to: 18:00 }
meetings:
  infra:
    name: Infrastructure meeting
    days: [monday, thursday]
    at: 16:00
    duration: 15 minutes
    chair: { members: [alice, bob], start: 2026-12-01 }
    place: https://meet.example.com/infra
`

const CARDS = '#holders .card'

/** The names of the hours above the lanes, and where they lie. */
const hours = (page: Page): Promise<{ text: string; left: number; right: number }[]> =>
  page.locator('.axis .below span').evaluateAll((all) =>
    all.map((one) => {
      const { left, right } = one.getBoundingClientRect()
      return { text: one.textContent, left, right }
    }),
  )

/** What a terminal shows for one of its 256 colours, as a browser says it. */
function xterm(number: number): string {
  const levels = [0, 95, 135, 175, 215, 255]
  const cube = number - 16
  const rgb =
    number >= 232
      ? Array<number>(3).fill(8 + 10 * (number - 232))
      : [Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map((i) => levels[i])
  return `rgb(${rgb.join(', ')})`
}

if (CHROMIUM === undefined) {
  it.skip('skipped: no browser was found at /usr/bin/chromium, nor where CHROMIUM says', () => {})
}

;(CHROMIUM === undefined ? describe.skip : describe)('the page in a browser', () => {
  let browser: Browser
  let site: Site
  let committed: Site | undefined

  beforeAll(async () => {
    ;[browser, site] = await Promise.all([launch(), Site.make(YAML, NOW)])
  })

  afterAll(async () => {
    await browser.close()
    site.close()
    committed?.close()
  })

  async function opened(
    now: string,
    act: (page: Page) => Promise<void>,
    options: Parameters<typeof open>[3] = {},
  ): Promise<void> {
    const { page, complaints } = await open(browser, site, now, options)
    await act(page)
    expect(complaints).toEqual([])
    await page.close()
  }

  it('says who is on call by the reader’s clock, and asks for nothing', async () => {
    site.asked.length = 0
    await opened(NOW, async (page) => {
      expect(await page.title()).toBe('Infrastructure: on call')
      expect(await linesIn(page, CARDS)).toEqual([
        'Infrastructure primary AL Alice Lindqvist until Sat 5 Dec 09:00 1 d 17 h left then Carol Janssen',
        'The desk IS <img src=x onerror=alert(1)></script> until Thu 3 Dec 18:00 2 h 40 min left 14:20 now for <img (UTC) then Carol Janssen from Fri 4 Dec 10:00',
      ])
    })
    expect(site.asked).toEqual(['/'])
  })

  it('is still true later: after a handoff, in a gap, at night, with the page left open', async () => {
    await opened('2026-12-05T19:59:30Z', async (page) => {
      const names = (): Promise<string[]> => linesIn(page, `${CARDS} .who`)
      expect(await names()).toEqual(['CJ Carol Janssen', 'Nobody now'])
      await page.clock.runFor(31_000)
      expect(await names()).toEqual(['AL Alice Lindqvist', 'Nobody now'])
    })
    await opened('2026-12-07T17:30:00Z', async (page) => {
      expect(await linesIn(page, CARDS)).toEqual([
        'Infrastructure primary BO Bob Okafor until Mon 14 Dec 17:00 6 d 22 h left 12:30 now for Bob (America/New_York) then Alice Lindqvist',
        expect.stringContaining('Nobody is on call a gap from Mon 7 Dec 18:00 to 19:00 then'),
      ])
    })
    await opened('2028-01-01T00:00:00Z', async (page) => {
      expect(await linesIn(page, '#notice')).toEqual([
        'This page knows only of Sun 1 Nov 2026 01:00 to Wed 1 Dec 2027 01:00: it is too old. Ask whoever publishes it.',
      ])
      expect(await linesIn(page, `${CARDS} .who`)).toEqual(['Not known', 'Not known'])
    })
  })

  it('a page that stays open for days follows them', async () => {
    await opened(NOW, async (page) => {
      await page.clock.pauseAt('2026-12-07T17:30:00Z')
      expect(await linesIn(page, '#period')).toEqual(['Mon 7 Dec to Sun 10 Jan 2027'])
      expect(await linesIn(page, `${CARDS} .who`)).toEqual(['BO Bob Okafor', 'Nobody is on call'])
    })
  })

  it('says all times on the clock that is chosen', async () => {
    await opened(NOW, async (page) => {
      const clock = (): Promise<string[]> => linesIn(page, '#clock')
      expect(await clock()).toEqual(['Thu 3 Dec 15:20 (Europe/Amsterdam, UTC+1)'])
      await page.selectOption('#zone', { label: 'Carol Janssen (Asia/Kathmandu)' })
      expect(await clock()).toEqual(['Thu 3 Dec 20:05 (Asia/Kathmandu, UTC+5:45)'])
      expect(await linesIn(page, `${CARDS} .when`)).toContain('until Sat 5 Dec 13:45 1 d 17 h left')
      expect((await linesIn(page, '#occurrences .time'))[0]).toBe('Thu 3 Dec 21:45 to 22:00')
      expect(page.url()).toContain('#zone=Asia%2FKathmandu')
      await page.selectOption('#zone', 'UTC')
      expect(await clock()).toEqual(['Thu 3 Dec 14:20 UTC'])
      expect((await linesIn(page, '#occurrences li'))[0]).toBe(
        'Thu 3 Dec 16:00 to 16:15 Infrastructure meeting AL Alice Lindqvist chairs everyone meet.example.com/infra 11:00 Bob 16:00 <img 17:00 Alice 21:45 Carol',
      )
    })
  })

  it('follows a clock change: 16:00 UTC is 17:00 in Amsterdam in winter and 18:00 in summer', async () => {
    await opened('2027-03-25T12:00:00Z', async (page) => {
      expect((await linesIn(page, '#occurrences .time')).slice(0, 2)).toEqual([
        'Thu 25 Mar 17:00 to 17:15',
        'Mon 29 Mar 18:00 to 18:15',
      ])
    })
  })

  it('its last lines are on the clock that is chosen too', async () => {
    committed = await Site.make(YAML, NOW, ['html'])
    committed.commit('2026-12-02T23:30:00Z')
    committed.exportAgain(NOW, ['html'])
    const { page, complaints } = await open(browser, committed, NOW)
    const about = async (): Promise<string> =>
      (await linesIn(page, '#about')).join().replace(/ Who is on call now .*/, '')
    expect(await about()).toBe(
      'Made by rotate from YAML last changed Thu 3 Dec 00:30; shows Sun 1 Nov 01:00 to Wed 1 Dec 2027 01:00.',
    )
    await page.selectOption('#zone', { label: 'Carol Janssen (Asia/Kathmandu)' })
    expect(await about()).toBe(
      'Made by rotate from YAML last changed Thu 3 Dec 05:15; shows Sun 1 Nov 05:45 to Wed 1 Dec 2027 05:45.',
    )
    await page.selectOption('#zone', 'UTC')
    expect(await about()).toBe(
      'Made by rotate from YAML last changed Wed 2 Dec 23:30; shows Sun 1 Nov to Tue 30 Nov 2027.',
    )
    expect(complaints).toEqual([])
    await page.close()
  })

  it.each([
    ['Europe/Amsterdam', '2027-03-28', '00 01 03 04'],
    ['Europe/Amsterdam', '2027-10-31', '00 01 02 02 03 04'],
    ['America/New_York', '2027-03-14', '00 01 03 04'],
    ['America/New_York', '2027-11-07', '00 01 01 02 03'],
    // Half an hour: what comes twice or never holds no whole hour but one.
    ['Australia/Lord_Howe', '2027-10-03', '00 01 03 04'],
    ['Australia/Lord_Howe', '2027-04-04', '00 01 02 03 04'],
    // The day begins at 01:00.
    ['Africa/Cairo', '2027-04-30', '01 02 03 04'],
    ['Asia/Kathmandu', '2027-03-28', '00 01 02 03 04'],
  ])(
    'the hours of a day in %s, %s, are those of its clock and lie beside each other',
    async (zone, date, first) => {
      await opened(
        `${date}T10:00:00Z`,
        async (page) => {
          const texts = (await hours(page)).map(({ text }) => text).join(' ')
          expect(texts).toMatch(new RegExp(`^${first} .* 23$`))
          for (const width of [1280, 640, 360]) {
            await page.setViewportSize({ width, height: 740 })
            await page.reload()
            const all = await hours(page)
            const overlap = all.filter(({ left }, i) => left < (all[i - 1]?.right ?? 0))
            expect([width, all.length > 6, overlap]).toEqual([width, true, []])
          }
        },
        { hash: `#zoom=day&zone=${zone}` },
      )
    },
  )

  it('shows one person alone, with what comes next for them; an address can say so', async () => {
    await opened(NOW, async (page) => {
      await page.selectOption('#person', 'bob')
      expect(await linesIn(page, `${CARDS} h3`)).toEqual(['Infrastructure primary'])
      expect((await linesIn(page, '#own li'))[0]).toBe(
        'Mon 7 Dec 17:00 to Mon 14 Dec 17:00 Infrastructure primary',
      )
      expect(await page.locator('.lane:visible').count()).toBe(2)
      await page.getByRole('button', { name: 'Bob Okafor', pressed: true }).click()
      expect(await page.locator('.lane:visible').count()).toBe(3)
    })
    await opened(NOW, async (page) => expect(await page.inputValue('#person')).toBe('carol'), {
      hash: '#person=carol&zone=UTC&zoom=day',
    })
  })

  it('goes through time and zoom by keyboard, and explains a shift', async () => {
    await opened(NOW, async (page) => {
      const period = async (): Promise<string> => (await linesIn(page, '#period')).join()
      const focused = (): Promise<string> =>
        page.evaluate('document.activeElement.getAttribute("aria-label")')
      expect(await period()).toBe('Mon 30 Nov to Sun 3 Jan 2027')
      await page.locator('.grid [tabindex="0"]').focus()
      await page.keyboard.press('ArrowDown')
      expect(await focused()).toMatch(/^Alice Lindqvist: Infrastructure primary, Mon 30 Nov 17:00 /)
      await page.keyboard.press('ArrowRight')
      expect(await focused()).toBe(
        'Carol Janssen: Infrastructure primary, Sat 5 Dec 09:00 to 21:00. Carol Janssen instead of Alice Lindqvist: a wedding',
      )
      await page.keyboard.press('Enter')
      expect(await linesIn(page, '.explained [role=status]')).toEqual([
        'Infrastructure primary CJ Carol Janssen Sat 5 Dec 09:00 to 21:00 (12 h) Sat 5 Dec 13:45 to Sun 6 Dec 01:45 for Carol Janssen (Asia/Kathmandu) Carol Janssen instead of Alice Lindqvist: a wedding',
      ])
      await page.keyboard.press('Escape')
      expect(await page.locator('.explained').count()).toBe(0)
      await page.keyboard.press('+')
      expect(await period()).toBe('Mon 30 Nov to Sun 6 Dec')
      expect(await focused()).toMatch(/^Carol Janssen/)
      await page.keyboard.press('PageDown')
      expect(await period()).toBe('Mon 7 Dec to Sun 13 Dec')
      await page.keyboard.press('Home')
      await page.keyboard.press('+')
      expect(await period()).toBe('Thu 3 Dec')
      for (let i = 0; i < 4; i += 1) await page.keyboard.press('-')
      expect(await period()).toBe('Mon 30 Nov to Sun 28 Feb 2027')
      expect(await page.getByRole('button', { name: 'Quarter', pressed: true }).count()).toBe(1)
    })
  })

  it('the arrow at the edge of what is in view leads on', async () => {
    await opened(
      NOW,
      async (page) => {
        const last = page.locator('.lane', { hasText: 'Infrastructure primary' }).locator('.block')
        await last.last().focus()
        await page.keyboard.press('ArrowRight')
        expect(await linesIn(page, '#period')).toEqual(['Mon 7 Dec to Sun 13 Dec'])
        expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toMatch(
          /^Bob Okafor: Infrastructure primary, Mon 7 Dec 17:00/,
        )
      },
      { hash: '#zoom=week' },
    )
  })

  it('the timeline is a table too, gaps and all', async () => {
    await opened(
      NOW,
      async (page) => {
        await page.getByRole('button', { name: 'Table' }).click()
        expect(await linesIn(page, '#table tbody tr')).toEqual([
          'Mon 30 Nov 17:00 Sat 5 Dec 09:00 4 d 16 h Infrastructure primary AL Alice Lindqvist',
          'Thu 3 Dec 10:00 Thu 3 Dec 18:00 8 h The desk IS <img src=x onerror=alert(1)></script>',
          'Thu 3 Dec 17:00 Thu 3 Dec 17:15 15 min Infrastructure meeting everyone Alice Lindqvist chairs',
          'Thu 3 Dec 18:00 Thu 3 Dec 19:00 1 h The desk nobody gap',
        ])
      },
      { hash: '#zoom=day' },
    )
  })

  it('a person has the colour and the mark that they have in the terminal', async () => {
    const terminal = site.rotate(['calendar', '--weeks', '6'], NOW, { FORCE_COLOR: '2' })
    const painted = terminal.split('\u001B[').map((piece) => piece.split('m'))
    const there = painted.flatMap(([code = '', mark = ''], i) => {
      const ground = painted[i - 1]?.[0]?.replace('48;5;', '')
      const isMark = code.startsWith('38;5;') && /^[A-Z]{2}$/.test(mark)
      return isMark ? [[mark, xterm(Number(ground)), xterm(Number(code.slice(5)))]] : []
    })
    const legend = [...new Map(there.map((one) => [one[0], one])).values()].sort((a, b) =>
      String(a[0]).localeCompare(String(b[0])),
    )
    expect(legend.map(([mark]) => mark)).toEqual(['AL', 'BO', 'CJ', 'IS'])
    for (const colorScheme of ['light', 'dark'] as const) {
      await opened(
        NOW,
        async (page) => {
          const here = await page
            .locator('.chip .face')
            .evaluateAll((all) =>
              all.map((one) => [
                one.textContent,
                one.computedStyleMap().get('background-color')?.toString(),
                one.computedStyleMap().get('color')?.toString(),
              ]),
            )
          expect(here).toEqual(legend)
          const block = page.locator('.block.shift:not(.several)', { hasText: 'Bob' }).first()
          expect(
            await block.evaluate((one) =>
              one.computedStyleMap().get('background-color')?.toString(),
            ),
          ).toBe(legend[1]?.[1])
        },
        { colorScheme },
      )
    }
  })

  it('links to each calendar as something to subscribe to, and copies its address', async () => {
    await opened(NOW, async (page) => {
      const link = page.getByRole('link', { name: 'Subscribe to Infrastructure primary' })
      expect(await link.getAttribute('href')).toBe(
        `${site.address.replace('http:', 'webcal:')}rotations/primary.ics`,
      )
      expect(await page.locator('#subscriptions li').count()).toBe(8)
    })
  })

  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    it.each(['picture', 'table'])(
      'the page with a %s passes axe with no violation',
      async (view) => {
        await opened(
          NOW,
          async (page) => {
            if (view === 'table') await page.click('#as-table')
            else await page.locator('.block.shift:not(.dim)').first().click()
            expect(await violations(page)).toEqual([])
          },
          { colorScheme, hash: '#person=carol&zoom=week', viewport: { width: 800, height: 900 } },
        )
      },
    )

    it('nothing is wider than a phone', async () => {
      await opened(
        NOW,
        async (page) => {
          const width = (): Promise<number> => page.evaluate('document.documentElement.scrollWidth')
          for (const zoom of ['Day', 'Week', 'Month', 'Quarter']) {
            await page.getByRole('button', { name: zoom, exact: true }).click()
            expect(await width()).toBe(360)
          }
          await page.locator('.block').last().click()
          expect(await width()).toBe(360)
          await page.click('#as-table')
          expect(await width()).toBe(360)
        },
        { colorScheme, viewport: { width: 360, height: 740 } },
      )
    })
  })
})

describe('on the disk', () => {
  it('a page of another day of the month is the same, byte for byte, and is not touched', async () => {
    const site = await Site.make(YAML, NOW, ['html'])
    const before = [site.text(), site.touched()]
    expect(site.exportAgain('2026-12-29T00:00:00Z', ['html'])).toMatch(
      /index.html: nothing has changed/,
    )
    expect([site.text(), site.touched()]).toEqual(before)
    // Outside git there is no time of a commit, and that of now would change the page.
    expect(site.text()).toContain('"changed":null')
    site.close()
  })

  it('the page links to calendars of the same call, in any order of the words, or that stand there', async () => {
    const site = await Site.make(YAML, NOW, ['html'])
    expect(site.text()).toContain('"calendars":[]')
    site.exportAgain(NOW, ['html', 'ics'])
    const both = site.text()
    expect(both).toContain('"path":"people/alice.ics"')
    site.exportAgain(NOW, ['html'])
    expect(site.text()).toBe(both)
    site.close()
  })

  it('a page that rotate did not write is left alone, and nothing else is written', async () => {
    const site = await Site.make(YAML, NOW, ['html'])
    site.put('index.html', '<title>Ours</title>')
    expect(() => site.exportAgain(NOW, ['ics', 'html'])).toThrow(
      'public/index.html was not made by rotate: nothing was written (--out names another folder)',
    )
    expect(site.text()).toBe('<title>Ours</title>')
    expect(site.files()).toEqual(['index.html'])
    site.close()
  })
})
