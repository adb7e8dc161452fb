import { data, type LoaderFunctionArgs } from '@remix-run/node'
import type { FormFields } from '#server/fields.ts'
import type { Platform } from '#server/platform.ts'
import type { PlaceFound, SimilarNeed } from '#server/needs/contract.ts'
import { needLanguages, ownNameOf } from '#server/needs/words.ts'
import { searchFields } from './form-fields.ts'
import { refusedForm, refusedPage, type RefusedForm } from './refused.ts'

/** How a form of a need came back: what was typed, what is wrong with it, or which needs say much the same. */
export type NeedFormAnswer = {
  typed: RefusedForm['typed']
  refusal?: RefusedForm['refusal']
  places: PlaceFound[]
  similar?: SimilarNeed[]
}

/** What the form of a new need stands on, whichever of its three addresses shows it. */
export async function loadNeedForm({ request, params, context }: LoaderFunctionArgs) {
  const { needs, actor } = context.platform
  const form = await needs
    .showNeedForm({ consultationId: params['consultationId'], ...searchFields(request, ['draft']) })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  const personId = actor.kind === 'person' ? actor.id : ''
  return {
    ...form,
    languages: languageOptions(),
    language: context.language,
    deviceDraft: deviceDraftKey(personId, form.consultation.id),
  }
}

/** Under which name a browser keeps what is typed, until the server says that it arrived. */
export function deviceDraftKey(personId: string, subjectId: string): string {
  return `need-${personId}-${subjectId}`
}

// Names are made here and sent: a browser may not know a language that this process knows.
export function languageOptions(): { value: string; label: string }[] {
  return needLanguages.map((language) => ({ value: language, label: ownNameOf(language) }))
}

/** The form again, with what was typed and, where a place's name fits several, which ones. */
export async function refusedNeed(thrown: unknown, fields: FormFields, request: Request, platform: Platform) {
  const { data: refused, init } = refusedForm(thrown, fields, request)
  const { regionCode, place } = fields
  const asksWhich = refused.refusal.fields['place']?.reason === 'place-which'
  const places = asksWhich ? await platform.needs.findPlace({ regionCode, place }) : []
  const answer: NeedFormAnswer = { ...refused, places }
  return data(answer, init ?? undefined)
}
