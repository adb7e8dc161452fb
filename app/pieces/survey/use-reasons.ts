import { useLingui } from '@lingui/react'

/** What differs in a sentence stays in braces, for a script to put in. */
const blanks = Object.fromEntries(['most', 'least', 'step', 'message'].map((name) => [name, `{${name}}`]))

/** Why an answer is refused, by reason, as a script says it. */
export function useReasons(reasons: readonly string[]): Record<string, string> {
  const { _ } = useLingui()
  return Object.fromEntries(reasons.map((reason) => [reason, _(`refusal.${reason}`, blanks)]))
}
