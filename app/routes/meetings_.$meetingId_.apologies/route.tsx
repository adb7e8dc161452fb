import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields } from '#app/form-fields.ts'
import { keepPlace } from '#app/kept-place.ts'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { Moment } from '#app/pieces/moment.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextArea } from '#app/pieces/text-area.tsx'
import { UserText } from '#app/pieces/user-text.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'
import { longestApology } from '#server/floor/words.ts'
import { Refusal } from '#server/refusal.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { floor, actor } = context.platform
  const asked = { meetingId: params['meetingId'] ?? '' }
  try {
    if (actor.kind === 'guest') throw new Refusal('forbidden', 'sign-in-first')
    const places = await floor.showMyPlaces(asked)
    if (!places.runs && places.seats.length === 0) throw new Refusal('forbidden', 'only-for-seats')
    await keepPlace(context, asked.meetingId)
    return { ...asked, places, sent: places.runs ? await floor.listApologies(asked) : null }
  } catch (thrown) {
    return refusedPage(thrown, request)
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formFields(request, params)
  try {
    const { roomId } = await context.platform.floor.sendApologies(fields)
    return redirect(`/rooms/${roomId}?done=apologies#meeting`, 303)
  } catch (thrown) {
    return refusedForm(thrown, fields, request)
  }
}

export default function Apologies() {
  const { _ } = useLingui()
  const { meetingId, places, sent } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  return (
    <main id="content" className="page page-narrow">
      <PageHeading title={_('floor.apologies')} lead={_('floor.apologies.lead')} />
      <ErrorSummary errors={errors} message={message} />
      {places.seats.map(({ seatId, organisation }) => (
        <form key={seatId} method="post" className="form">
          <input type="hidden" name="seatId" value={seatId} />
          <TextArea
            name="note"
            id={seatId === typed('seatId') || places.seats.length === 1 ? 'note' : `note-${seatId}`}
            label={
              <>
                {_('floor.apologies.note')} <bdi>{organisation}</bdi>
              </>
            }
            rows={3}
            maxLength={longestApology}
            optional
            error={seatId === typed('seatId') ? errors['note'] : undefined}
            defaultValue={
              (seatId === typed('seatId') ? typed('note') : undefined) ??
              places.apologies.find((each) => each.seatId === seatId)?.note
            }
          />
          <SubmitButton>{_('floor.apologies.send')}</SubmitButton>
        </form>
      ))}
      {sent && (
        <section className="band" aria-labelledby="sent">
          <h2 id="sent">{_('floor.apologies.read')}</h2>
          {sent.length === 0 && <p>{_('floor.apologies.none')}</p>}
          <ul className="stack">
            {sent.map(({ seatId, organisation, note, sentAt }) => (
              <li key={seatId}>
                <bdi>{organisation}</bdi> · <Moment at={sentAt} as="day-time" />
                {note && <UserText text={note} />}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="band">
        <a href={`/meetings/${meetingId}`}>{_('floor.to-meeting')}</a>
      </p>
    </main>
  )
}
