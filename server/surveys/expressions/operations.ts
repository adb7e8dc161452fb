import { textOf } from './answer-node.ts'
import { isWrittenDate } from './dates.ts'
import type { Operator } from './tree.ts'
import { asBoolean, asMoment, asNumber, asText, isMoment, numberWritten, type Value } from './values.ts'

type Compared = '=' | '!=' | '<' | '<=' | '>' | '>='

export function calculate(
  operator: '+' | '-' | '*' | 'div' | 'mod',
  left: Value,
  right: Value,
  zone: string,
): number {
  const [one, other] = [asNumber(left, zone), asNumber(right, zone)]
  switch (operator) {
    case '+':
      return one + other
    case '-':
      return one - other
    case '*':
      return one * other
    case 'div':
      return one / other
    case 'mod':
      return one % other
  }
}

export function isComparison(operator: Operator): operator is Compared {
  return ['=', '!=', '<', '<=', '>', '>='].includes(operator)
}

/**
 * Compared as XPath 1.0 does (section 3.4: a set is as any of its members; otherwise as booleans, then as numbers, then as
 * text), after dates have become days, as ODK does.
 */
export function compare(operator: Compared, left: Value, right: Value, zone: string): boolean {
  const [one, other] = datesAsDays(left, right, zone)
  const ordered = operator !== '=' && operator !== '!='
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.some((left) =>
      other.some((right) =>
        ordered
          ? holds(operator, numberWritten(textOf(left), zone), numberWritten(textOf(right), zone))
          : holds(operator, textOf(left), textOf(right)),
      ),
    )
  }
  if (!ordered && (typeof one === 'boolean' || typeof other === 'boolean')) {
    return holds(operator, asBoolean(one), asBoolean(other))
  }
  const asNumbers = ordered || typeof one === 'number' || typeof other === 'number'
  const members = (value: Value): (string | number)[] =>
    Array.isArray(value)
      ? value.map((node) => (asNumbers ? numberWritten(textOf(node), zone) : textOf(node)))
      : [asNumbers ? asNumber(value, zone) : asText(value, zone)]
  return members(one).some((left) => members(other).some((right) => holds(operator, left, right)))
}

function datesAsDays(left: Value, right: Value, zone: string): [Value, Value] {
  if (isMoment(left) || isMoment(right)) {
    if (typeof left === 'boolean' || typeof right === 'boolean') return [left, right]
    const days = (value: Value): Value =>
      typeof value === 'number' ? value : asNumber(asMoment(value, zone), zone)
    return [days(left), days(right)]
  }
  const days = (value: Value): Value => {
    if (typeof value !== 'string' && !Array.isArray(value)) return value
    const text = asText(value, zone)
    return isWrittenDate(text) ? numberWritten(text, zone) : value
  }
  return [days(left), days(right)]
}

function holds<Kind extends string | number | boolean>(operator: Compared, left: Kind, right: Kind): boolean {
  switch (operator) {
    case '=':
      return left === right
    case '!=':
      return left !== right
    case '<':
      return left < right
    case '<=':
      return left <= right
    case '>':
      return left > right
    case '>=':
      return left >= right
  }
}
