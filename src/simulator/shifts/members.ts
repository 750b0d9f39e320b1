/** Reading who serves: a member of an event, a custom shift or an override. */
import type { Account } from '../account.ts'
import { isObject, whole, type Complaining } from '../fields.ts'
import type { Member, Strategy } from './schedule.ts'

const MOST_MEMBERS = 20

/** A member in a body. */
export function readMember(
  account: Account,
  value: unknown,
  field: string,
  complain: Complaining,
): Member | undefined {
  if (!isObject(value)) return complain.about(field, "can't be blank")
  const { type, user_id: user } = value
  if (type === 'empty_member') return { type }
  if (type !== 'user_member') {
    return complain.about(`${field}.type`, 'must be user_member or empty_member')
  }
  if (typeof user !== 'string' || !account.users.has(user)) {
    return complain.about(`${field}.user_id`, `does not belong to the account: ${String(user)}`)
  }
  return { type, user_id: user }
}

/** An assignment strategy in a body. */
export function readStrategy(
  account: Account,
  value: unknown,
  field: string,
  complain: Complaining,
): Strategy | undefined {
  if (!isObject(value)) return complain.about(field, "can't be blank")
  const { type, shifts_per_member: perMember, members: sent } = value
  const members = readMembers(account, sent, `${field}.members`, complain)
  switch (type) {
    case 'every_member_assignment_strategy':
      return members && { type, members }
    case 'rotating_member_assignment_strategy': {
      const shifts = whole(perMember, `${field}.shifts_per_member`, complain, { min: 1 })
      if (members === undefined || shifts === undefined) return undefined
      return { type, shifts_per_member: shifts, members }
    }
    default:
      return complain.about(`${field}.type`, 'is not an assignment strategy')
  }
}

function readMembers(
  account: Account,
  value: unknown,
  field: string,
  complain: Complaining,
): readonly Member[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return complain.about(field, "can't be blank")
  if (value.length > MOST_MEMBERS) {
    return complain.about(field, `is too long (maximum is ${MOST_MEMBERS} members)`)
  }
  const members = value.map((one, i) => readMember(account, one, `${field}[${i}]`, complain))
  return members.every((member) => member !== undefined) ? members : undefined
}
