/** What the environment says to the program, as the manual tells it: names, and what each is for. */
export const ENVIRONMENT: readonly (readonly [names: string, meaning: string])[] = [
  ['ROTATE_DIR', 'the folder with the YAML, where --dir names none'],
  ['ROTATE_ME', "who 'me' is: an id, a name or an address (else git's user.email)"],
  [
    'ROTATE_NOW',
    'stands in for the clock: 2026-11-30T16:00Z. What is answered to people says so, and what writes to PagerDuty refuses',
  ],
  [
    'ROTATE_PAGER, PAGER',
    "what shows an answer that is longer than the screen (less, where neither is set); 'cat' or an empty one is none",
  ],
  ['LESS', 'options of less; FRX where it is not set'],
  ['TZ', 'your zone, where --tz names none'],
  ['NO_COLOR, FORCE_COLOR', 'no colour; colour also where nobody looks'],
  [
    'PAGERDUTY_TOKEN',
    'a key of PagerDuty. It is never a flag, goes over https alone, and is never shown',
  ],
  [
    'PAGERDUTY_CLIENT_ID, PAGERDUTY_CLIENT_SECRET, PAGERDUTY_SUBDOMAIN',
    'instead of it, for a token of an app',
  ],
  [
    'PAGERDUTY_SERVICE_REGION, PAGERDUTY_URL',
    "'eu'; another server: the simulator, for trying things out",
  ],
  ['OPSGENIE_API_KEY, OPSGENIE_URL', "for 'rotate import opsgenie'; the URL is that of Europe"],
  ['HTTPS_PROXY, NO_PROXY', 'a proxy for what goes over the network, and for what it is not'],
  ['NODE_DISABLE_COMPILE_CACHE', '1: nothing of the program is kept between two runs'],
  [
    'XDG_CACHE_HOME',
    'the folder in which it is kept, in rotate/ (~/.cache where none is set, ~/Library/Caches on macOS)',
  ],
  ['CI', 'compares with the base of the merge request, and shows nothing in a pager'],
]
