/** One timeline on top of another. */
import { cut, type Span, type Timeline } from './span.ts'

/** Lays `top` over `base`: where `top` speaks, even to say nobody, it wins; elsewhere `base` shows through. */
export function overlay(base: Timeline, top: Timeline): Timeline {
  if (top.length === 0) return base
  if (base.length === 0) return top
  const laid: Span[] = []
  let next = 0
  let over = top[0]
  for (const under of base) {
    let start = under.start
    while (over !== undefined && over.start < under.end) {
      if (over.end > start && over.start > start) laid.push(cut(under, start, over.start))
      if (over.end > start) start = over.end
      if (over.end > under.end) break
      laid.push(over)
      next += 1
      over = top[next]
    }
    if (start < under.end) laid.push(cut(under, start, under.end))
  }
  for (; next < top.length; next += 1) laid.push(top[next] as Span)
  return laid
}
