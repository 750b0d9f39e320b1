/** Elements. Text only ever becomes text: nothing here makes markup out of a string. */

type Child = Node | string | null | undefined | false

/** An element with attributes (those that are undefined or false are left out) and children. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | number | boolean | undefined>> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false)
      element.setAttribute(name, value === true ? '' : String(value))
  }
  for (const child of children) {
    if (child !== null && child !== undefined && child !== false) element.append(child)
  }
  return element
}

/** A place of the skeleton. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`the page has no #${id}`)
  return found
}

/** A button that does something. */
export function button(
  text: string,
  attributes: Readonly<Record<string, string | boolean>>,
  press: () => void,
): HTMLButtonElement {
  const made = h('button', { type: 'button', ...attributes }, text)
  made.addEventListener('click', press)
  return made
}

/** Sets a custom property. The policy forbids style attributes in markup, not what a script sets. */
export function paint<E extends HTMLElement>(
  element: E,
  properties: Readonly<Record<string, string | number>>,
): E {
  for (const [name, value] of Object.entries(properties))
    element.style.setProperty(name, String(value))
  return element
}

/** Renews what is inside a place; whoever was on its nth link or button by keyboard is there afterwards too. */
export function keepFocus(place: HTMLElement, renew: () => void): void {
  const stops = (): HTMLElement[] => [...place.querySelectorAll<HTMLElement>('a, button')]
  const at = stops().findIndex((stop) => stop === document.activeElement)
  renew()
  if (at >= 0) stops()[at]?.focus({ preventScroll: true })
}
