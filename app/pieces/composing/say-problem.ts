import { useLingui } from '@lingui/react'
import type { RefusedForm } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'
import { sheetReasons } from '#server/surveys/words.ts'

type Values = Record<string, string | number>

/** What is wrong with a cell, and its remedy: where it is, what it is, what was probably meant. */
export function useSayProblem(): (reason: string, values: Values) => string {
  const { _ } = useLingui()
  return (reason, values) =>
    [
      values['where'] ? _('surveys.where', { where: values['where'] }) : '',
      _(`xlsform.${reason}`, values),
      values['nearest'] ? _('surveys.nearest', { nearest: values['nearest'] }) : '',
      values['at'] ? _('surveys.at', { at: values['at'] }) : '',
    ]
      .filter(Boolean)
      .join(' ')
}

/** A refused form of the composing pages: what is wrong with a cell is said as it is of a spreadsheet. */
export function useFormRefused(answer: unknown): ReturnType<typeof useRefused> {
  const refused = useRefused(answer)
  const say = useSayProblem()
  const fields = (answer as Partial<RefusedForm> | undefined)?.refusal?.fields ?? {}
  const errors = { ...refused.errors }
  for (const [name, { reason, values }] of Object.entries(fields))
    if ((sheetReasons as readonly string[]).includes(reason)) errors[name] = say(reason, values ?? {})
  return { ...refused, errors }
}
