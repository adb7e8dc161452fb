import { useLingui } from '@lingui/react'
import type { RefusedForm } from './refused.ts'

/**
 * A refused form in the reader's language: `errors` at the fields, `message` for the whole, `typed(name)` to fill in again. A form
 * that was only sent for another look at it (its sum, more rows) has what was typed, and no refusal.
 */
export function useRefused(answer: unknown) {
  const { _ } = useLingui()
  const refused = isTypedForm(answer) ? answer : undefined
  const errors: Record<string, string | undefined> = {}
  for (const [name, field] of Object.entries(refused?.refusal?.fields ?? {}))
    errors[name] = _(`refusal.${field.reason}`, field.values ?? {})
  return {
    errors,
    message: refused?.refusal ? _(`refusal.${refused.refusal.reason}`) : undefined,
    typed: (name: string): string | undefined => {
      const value = refused?.typed[name]
      return Array.isArray(value) ? value[0] : value
    },
    typedList: (name: string): string[] | undefined => {
      const value = refused?.typed[name]
      return refused === undefined
        ? undefined
        : value === undefined
          ? []
          : Array.isArray(value)
            ? value
            : [value]
    },
  }
}

function isTypedForm(answer: unknown): answer is Partial<RefusedForm> & Pick<RefusedForm, 'typed'> {
  return typeof answer === 'object' && answer !== null && 'typed' in answer
}
