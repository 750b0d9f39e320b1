/** The simulator's clock: the real one, until it is set; then it stands until it is moved. */
export class Clock {
  #set: number | undefined

  constructor(at: number | undefined) {
    this.#set = at
  }

  now(): number {
    return this.#set ?? Date.now()
  }

  set(at: number): void {
    this.#set = at
  }

  move(by: number): void {
    this.#set = this.now() + by
  }
}
