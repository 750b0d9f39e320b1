/** What stands where a name could stand and says that there is none. */

/** What is nobody's name. */
const NOBODY = /^(?:[-–—.?]*|nobody|no ?one|none|n\/?a|tb[adc]|vacant|unassigned|empty|pto|ooo)$/i

/** Words behind which it may be said why nobody is. */
const NOBODY_WHY = /^(?:n\/?a|none|nobody|tb[adc]|vacant|unassigned|closed)\s*[-–—:,(].*$/i

/** A place that is to be filled in, or a sentence that says why nobody is there. */
const SOUGHT =
  /^\[(?:(?:your |full )?names?|.*\bhere|open|person|[.?_ x]*)\]$|\bsign[- ]?up\b|\b(?:searching|looking|seeking) for\b|\bvolunteers? (?:needed|wanted|welcome)\b|\b(?:unavailable|closed)\b|\bno (?:rotation|release|meeting|on-?call|shift|duty)\b/i

/** Words that are names too, as they stand alone where nobody is. */
const FREE = /^(?:open|free|gap|(?:day )?off)$/i

/** The same of days off, behind which it may be said which; not where a handle or an address stands there. */
const DAY_OFF =
  /^(?:(?:bank|public|national|federal|company|office|school|summer|winter|spring|christmas|xmas|easter|thanksgiving|new year'?s?) )?(?:holidays?|vacation|break)(?:\s*[:,].*|\s*\((?!(?:[a-z]+:\s*)?\S*@).*|\s+[-–—].*|[-–—]\s.*)?$/i

/** `Holiday, Ann`, `Holiday, Ann M.`: a family name, and what somebody is called by. */
const FAMILY_FIRST = /^\p{L}+,\s*(\p{Lu}[\p{L}'’-]*(?:\s+\p{Lu}[\p{L}.]*)?)$/u

/** What stands behind a comma and is no given name: which day it is, or where. */
const WHICH = /(?:day|eve|year)s?$|^(?:christmas|xmas|easter|thanksgiving|diwali|eid|uk|usa?|eu)\b/i

/** Whether a text says that nobody is meant, in one word or in many. */
export function saysNobody(text: string): boolean {
  const word = text.trim()
  return NOBODY.test(word) || NOBODY_WHY.test(word) || SOUGHT.test(word)
}

/** The same of what somebody may be called as well: nobody is meant as long as nobody is known to be called so. */
export function saysFree(text: string): boolean {
  const word = text.trim()
  if (FREE.test(word)) return true
  const given = FAMILY_FIRST.exec(word)?.[1]
  return DAY_OFF.test(word) && (given === undefined || WHICH.test(given))
}
