import type { DemoContent } from '#db/seed/content/demo-content.ts'
import type { ConsultationContent, NeedContent, OrganisationKey, PersonKey } from '#db/seed/content/shape.ts'
import { openConsultation } from '../consultations/index.ts'
import type { Phase } from '../consultations/words.ts'
import { markNeedRead, postNeed, supportNeed } from '../needs/index.ts'
import type { Cast } from './cast.ts'
import { roomIdOf } from './records.ts'
import type { Timeline } from './timeline.ts'

/** Consultations open with their phases; needs come in, are supported, and are read by the chair. */
export function consultationsIn(story: Timeline, cast: Cast, content: DemoContent): void {
  for (const consultation of content.consultations) opened(story, cast, content, consultation)
  content.needs.forEach((need, index) => posted(story, cast, content, need, index))
}

function opened(story: Timeline, cast: Cast, content: DemoContent, consultation: ConsultationContent): void {
  const { key, title, summary, goal } = consultation
  const body = content.organisations.find(({ name }) => name === consultation.answeringBody)
  if (!body) throw new Error(`${key}: no organisation is called ${consultation.answeringBody}`)
  const phase = (name: Phase) => {
    const dated = consultation.phases.find((each) => each.name === name)
    if (!dated) throw new Error(`${key} has no dates for ${name}`)
    // The content counts up to the day after; the act names the last day itself.
    return { from: story.day(dated.startDay), to: story.day(dated.endDay - 1) }
  }
  story.add(story.moment(consultation.openedDay), `${key} opens`, async () => {
    const { consultationId } = await openConsultation(cast.ground, cast.as(consultation.openedBy), {
      tableId: cast.id(consultation.table),
      titleIt: title.it,
      titleEn: title.en,
      titleFr: title.fr,
      titleAr: title.ar,
      summaryIt: summary.it,
      summaryEn: summary.en,
      summaryFr: summary.fr,
      summaryAr: summary.ar,
      goalIt: goal.it,
      goalEn: goal.en,
      goalFr: goal.fr,
      goalAr: goal.ar,
      visibility: consultation.visibility === 'public' ? 'public' : 'members',
      participation: consultation.mayTakePart,
      answeringOrganisationId: cast.id(body.key),
      listenFrom: phase('listen').from,
      listenTo: phase('listen').to,
      discussFrom: phase('discuss').from,
      discussTo: phase('discuss').to,
      proposeFrom: phase('propose').from,
      proposeTo: phase('propose').to,
      decideFrom: phase('decide').from,
      decideTo: phase('decide').to,
      answerFrom: phase('answer').from,
      answerTo: phase('answer').to,
      followFrom: phase('follow').from,
      followTo: phase('follow').to,
      answerDueOn: story.day(consultation.answerDueDay),
      clientId: cast.clientId(key),
    })
    cast.keep(key, consultationId)
    cast.keep(`room of ${key}`, await roomIdOf(cast.ground.db, consultationId))
  })
}

function posted(story: Timeline, cast: Cast, content: DemoContent, need: NeedContent, index: number): void {
  const { ground } = cast
  const minute = 60 + ((index * 37) % 400)
  story.add(story.moment(need.postedDay, minute), `${need.key} is posted`, async () => {
    const { id } = await postNeed(ground, cast.as(need.author), {
      consultationId: cast.id(need.consultation),
      organisationId: cast.id(need.organisation),
      title: need.title,
      text: need.text,
      language: need.language,
      territoryCode: need.territory,
      areas: need.areas,
      concerns: need.concerns,
      urgency: need.urgency,
      since: monthsAgo(story.day(0), need.sinceMonths),
      tried: need.tried,
      clientId: cast.clientId(need.key),
    })
    cast.keep(need.key, id)
  })
  const { people, organisations } = need.supporters
  people.forEach((person, place) => {
    story.add(
      story.moment(need.postedDay, minute + 5 * (place + 1)),
      `${person} supports ${need.key}`,
      async () => supportNeed(ground, cast.as(person), { needId: cast.id(need.key) }),
    )
  })
  organisations.forEach((organisation, place) => {
    story.add(
      story.moment(need.postedDay, minute + 7 * (place + 1)),
      `${organisation} supports ${need.key}`,
      async () =>
        supportNeed(ground, cast.as(speakerOf(content, need, organisation)), {
          needId: cast.id(need.key),
          organisationId: cast.id(organisation),
        }),
    )
  })
  const consultation = content.consultations.find((each) => each.key === need.consultation)
  const readOn = need.postedDay + 2 + (index % 3)
  if (consultation && readOn < 0) {
    story.add(story.moment(readOn, index % 60), `${need.key} is read`, async () =>
      markNeedRead(ground, cast.as(consultation.openedBy), { needId: cast.id(need.key) }),
    )
  }
}

/** Who supports for an organisation: in a members-only consultation, one of its people who may enter. */
function speakerOf(content: DemoContent, need: NeedContent, key: OrganisationKey): PersonKey {
  const organisation = content.organisations.find((each) => each.key === key)
  const consultation = content.consultations.find((each) => each.key === need.consultation)
  const table = content.tables.find((each) => each.key === consultation?.table)
  const representatives = organisation?.representatives ?? []
  const seated = new Set(table?.seats.flatMap((seat) => [seat.holder, seat.alternate]))
  const speaker =
    consultation?.visibility === 'members-only'
      ? representatives.find((person) => seated.has(person))
      : representatives[0]
  if (!speaker) throw new Error(`Nobody can support ${need.key} for ${key}`)
  return speaker
}

function monthsAgo(today: string, months: number): string {
  const [year = 0, month = 1] = today.split('-').map(Number)
  const count = year * 12 + (month - 1) + months
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}
