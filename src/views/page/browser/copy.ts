/** Text to take along: to be copied by a press, and to be seen where that is not allowed. */
import { byId, button } from './dom.ts'

/** So long it is said that something was copied (ms). */
const SAID = 5000

/** A button that copies a text, and says so. */
export function copying(label: string, name: string, text: () => string): HTMLElement {
  return button(label, { class: 'copy', 'aria-label': name }, () => {
    const whole = text()
    // Without https there is no clipboard, and inside somebody else's frame it is refused.
    const clipboard = navigator.clipboard as Clipboard | undefined
    const copied = clipboard?.writeText(whole) ?? Promise.reject(new Error('no clipboard'))
    copied.then(
      () => {
        say(`Copied: ${whole}`)
        setTimeout(() => byId('copied').classList.add('unseen'), SAID)
      },
      () => say(whole),
    )
  })
}

/** For eyes and ears alike; what could not be copied stays, to be marked by hand. */
function say(text: string): void {
  const place = byId('copied')
  place.classList.remove('unseen')
  place.textContent = text
}
