import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { dayFromNow } from '#tests/support/world.ts'
import type { DemoThings } from './demo-things.ts'

type Schema = {
  type?: string
  format?: string
  enum?: string[]
  const?: string
  minimum?: number
  properties?: Record<string, Schema>
  required?: string[]
  anyOf?: Schema[]
  oneOf?: Schema[]
}
type Values = Record<string, string | string[]>

const words = 'Parole di prova, che dicono abbastanza.'

/**
 * What a form may send for an act, so that it is judged by who sends it and not by what is missing: made from the act's
 * contract, and so filled anew when that changes.
 */
export function validBody(
  act: string,
  contract: z.ZodType,
  things: DemoThings,
  own: Values,
): URLSearchParams {
  const { properties = {}, required = [] } = fieldsOf(contract)
  const ofPage = said(things)[act] ?? {}
  const given = { ...ofPage, ...own }
  // A page may ask for what it makes a field of the contract from.
  const filled = new URLSearchParams(
    Object.entries(ofPage).filter(
      (field): field is [string, string] => !(field[0] in properties) && typeof field[1] === 'string',
    ),
  )
  for (const [name, field] of Object.entries(properties)) {
    const value = given[name] ?? (required.includes(name) ? valueOf(name, field, things) : [])
    for (const each of typeof value === 'string' ? [value] : value) filled.append(name, each)
  }
  return filled
}

/** The fields of a contract; of alternatives the last: what a person does for themselves, and not for a seat. */
export function fieldsOf(contract: z.ZodType): Schema {
  const schema = z.toJSONSchema(contract, { io: 'input', unrepresentable: 'any' }) as Schema
  return (schema.anyOf ?? schema.oneOf ?? [schema]).at(-1) ?? schema
}

/** The same body as a script would send it: of what a page asks for, what the contract names. */
export function asFields(body: URLSearchParams, contract: z.ZodType): Record<string, unknown> {
  const { properties = {} } = fieldsOf(contract)
  const fields: Record<string, unknown> = {}
  for (const name of new Set(body.keys())) {
    const all = body.getAll(name)
    const kind = properties[name]?.type
    if (!(name in properties)) continue
    if (kind === 'array') fields[name] = all
    else if (kind === 'boolean') fields[name] = all[0] === 'true'
    // What was answered, by the names of questions that only its survey knows.
    else fields[name] = kind === 'object' ? {} : all[0]
  }
  return fields
}

function valueOf(name: string, field: Schema, things: DemoThings): string | string[] {
  const known = named(name, things)
  if (known !== undefined) return known
  if (field.const !== undefined) return field.const
  if (field.enum?.[0] !== undefined) return field.enum[0]
  if (field.type === 'array') return []
  if (field.type === 'integer') return String(Math.max(field.minimum ?? 0, 1))
  if (field.type === 'boolean') return 'true'
  if (field.format === 'uuid') return things[name.replace(/Id$/, '') as keyof DemoThings] ?? things.absent
  if (field.format === 'date') return dayFromNow(30)
  if (field.format === 'uri') return 'https://example.org/'
  return words
}

/** Fields whose names say more than their types. */
function named(name: string, things: DemoThings): string | string[] | undefined {
  const phase = ['listen', 'discuss', 'propose', 'decide', 'answer', 'follow'].findIndex((each) =>
    name.startsWith(each),
  )
  if (phase >= 0 && /(?:From|To)$/.test(name))
    return dayFromNow(phase * 30 + (name.endsWith('From') ? 0 : 29))
  const fixed: Values = {
    actDate: dayFromNow(-30),
    answerDueOn: dayFromNow(160),
    areas: ['housing'],
    clientId: randomUUID(),
    code: '000000',
    closesAt: `${dayFromNow(20)}T10:00`,
    concerns: ['families'],
    email: 'a@people.test',
    endsAt: `${dayFromNow(9)}T12:00`,
    endsOn: dayFromNow(2),
    itemId: things.agendaItem,
    languages: 'it',
    opensAt: `${dayFromNow(10)}T10:00`,
    personId: things.absent,
    startsAt: `${dayFromNow(9)}T10:00`,
    startsOn: dayFromNow(-1),
    territoryCode: '19',
    key: '0123456789ABCDEF',
    token: 'a'.repeat(43),
  }
  return fixed[name]
}

/** What an act asks for beyond the shape of its fields. */
function said(things: DemoThings): Record<string, Values> {
  const need = { areas: ['housing'], concerns: ['families'], text: words, regionCode: '19' }
  const place = { regionCode: '19' }
  return {
    'answers/giveAnswer': { measure: words, doneBy: dayFromNow(200) },
    'checks/openCheck': { kind: 'question', options: ['Sì', 'No'], seconds: '60' },
    'consultations/openConsultation': { answeringOrganisationId: things.publicBody },
    'meetings/addItem': { title: words },
    'meetings/addPaper': { titleIt: words, textIt: words },
    'meetings/editItem': { title: words },
    'meetings/editPaper': { titleIt: words, textIt: words },
    'meetings/closeItem': { outcome: words },
    'minutes/askCorrection': { part: 'meeting' },
    'needs/checkNeed': need,
    'needs/editNeed': need,
    'needs/findPlace': place,
    'needs/postNeed': need,
    'needs/saveNeedDraft': need,
    'notices/follow': { kind: 'need', id: things.need },
    'notices/unfollow': { id: things.consultation },
    'officials/appointOfficial': { office: '19' },
    'officials/endOfficial': { office: '19', personId: things.official },
    'opinions/answerStatement': { statementId: things.statement },
    'organisations/editOrganisation': place,
    'organisations/registerOrganisation': { ...place, name: `Associazione ${randomUUID()}` },
    'polls/castPaper': { unit: 'person', chosen: ['0'], definitionHash: things.openPollHash },
    'minutes/approveMinutes': { inMeetingId: things.openMeeting },
    'tables/appointSeat': { organisationId: things.seatless },
    'tables/endOfficer': { office: 'moderator', personId: things.moderator },
    'tables/nameAlternate': { personId: things.member, startsOn: dayFromNow(1) },
    'tables/nameHolder': { personId: things.member, startsOn: dayFromNow(1) },
    'proposals/addSources': { needIds: [things.need] },
    'proposals/draftProposal': { needIds: [things.need], text: words },
    'proposals/reviseProposal': { text: words },
    'rooms/setHold': { note: words },
    'rooms/setSlowMode': { seconds: '30', note: words },
    'rooms/writeRecap': { secondLanguage: 'en' },
    'surveys/keepChoices': {
      list: 'yes_no',
      language: 'Italiano (it)',
      name: ['yes', 'no'],
      label: ['Sì', 'No'],
    },
    'surveys/keepItem': { type: 'text', label: [words] },
    'surveys/moveItem': { move: 'up work' },
    'surveys/removeItem': { path: 'work' },
    'surveys/setLanguages': { languages: ['Italiano (it)'], defaultLanguage: 'Italiano (it)' },
    'surveys/setSurveyRules': { access: ['link'] },
    'surveys/translate': { language: 'English (en)', place: [], text: [] },
    'tables/appointOfficer': { office: 'moderator' },
    'tables/foundTable': { ...place, place: '', nameIt: `Tavolo ${randomUUID()}` },
  }
}
