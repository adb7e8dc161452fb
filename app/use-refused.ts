import { useLingui } from '@lingui/react'
import type { RefusedForm } from './refused.ts'

/** A refused form in the reader's language: `errors` at the fields, `message` for the whole, `typed(name)` to fill in again. */
export function useRefused(answer: unknown) {
  const { _ } = useLingui()
  const refused = isRefusedForm(answer) ? answer : undefined
  const errors: Record<string, string | undefined> = {}
  for (const [name, field] of Object.entries(refused?.refusal.fields ?? {}))
    errors[name] = _(`refusal.${field.reason}`, field.values ?? {})
  return {
    errors,
    message: refused ? _(`refusal.${refused.refusal.reason}`) : undefined,
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

function isRefusedForm(answer: unknown): answer is RefusedForm {
  return typeof answer === 'object' && answer !== null && 'refusal' in answer && 'typed' in answer
}
