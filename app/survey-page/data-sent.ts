import type { ScriptForm } from '#server/responses/filling/script-form.ts'
import type { Answered } from '#server/responses/contract.ts'

/** What a page hands its script: the form without what is already drawn, what was answered on other pages, and sentences. */
export type DataSent = {
  surveyId: string
  form: ScriptForm
  language: string
  answers: Answered
  seed: number
  /** The names of what is asked on this page; null where the whole form is. */
  names: string[] | null
  /** Why an answer is wrong, by reason; what differs in them stands in braces. */
  reasons: Record<string, string>
  /** What is said of a question that may be left out. */
  optional: string
  /** What the page of the whole form says of keeping and sending. */
  offline?: Record<string, string>
}

/** Their own places in the page: nothing runs there, so no page's rules of security forbid them. */
export const dataId = 'survey-data'
/** What differs from reader to reader (app/aside-sent.ts). */
export const asideId = 'survey-aside'

export function dataSent(): DataSent | undefined {
  const [data, aside] = [dataId, asideId].map((id) => document.getElementById(id)?.textContent)
  return data
    ? { ...(JSON.parse(data) as DataSent), ...(JSON.parse(aside ?? '{}') as Partial<DataSent>) }
    : undefined
}
