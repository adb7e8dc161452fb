import { useLingui } from '@lingui/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formFields, searchFields } from '#app/form-fields.ts'
import { Breadcrumb } from '#app/pieces/breadcrumb.tsx'
import { ErrorSummary } from '#app/pieces/error-summary.tsx'
import { OwnLanguage } from '#app/pieces/meeting/own-language.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { SelectField } from '#app/pieces/select-field.tsx'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { TextArea } from '#app/pieces/text-area.tsx'
import { refusedForm, refusedPage } from '#app/refused.ts'
import { useRefused } from '#app/use-refused.ts'
import { minutesLimits, minutesParts } from '#server/minutes/words.ts'
import { Refusal } from '#server/refusal.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const minutes = await context.platform.minutes
    .showMinutes({ meetingId: params['meetingId'] ?? '' })
    .catch((thrown: unknown) => refusedPage(thrown, request))
  if (context.platform.actor.kind === 'guest')
    return refusedPage(new Refusal('forbidden', 'sign-in-first'), request)
  if (!minutes.may.correct) {
    const refusal =
      minutes.mySeats.length === 0
        ? new Refusal('forbidden', 'only-for-seats')
        : new Refusal('conflict', 'corrections-over')
    return refusedPage(refusal, request)
  }
  const { part, itemId } = searchFields(request, ['part', 'itemId'])
  const { meeting, items } = minutes.content
  return {
    meeting: { id: meeting.id, number: meeting.number },
    mySeats: minutes.mySeats,
    passages: [
      ...minutesParts.filter((each) => each !== 'item').map((each) => ({ value: each, title: '' })),
      ...items.map(({ id, position, title }) => ({ value: id, title: `${position}. ${title}` })),
    ],
    wanted: typeof itemId === 'string' ? itemId : typeof part === 'string' ? part : 'meeting',
    language: context.language,
    clientId: context.newId,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { passage, ...typed } = await formFields(request, params)
  // One list of passages on the screen: a part by its name, an item by its id.
  const isPart = minutesParts.some((part) => part === passage)
  const fields = { ...typed, ...(isPart ? { part: passage } : { part: 'item', itemId: passage }) }
  try {
    const { meetingId, correctionId } = await context.platform.minutes.askCorrection(fields)
    return redirect(`/meetings/${meetingId}/minutes?done=corrected#c-${correctionId}`, 303)
  } catch (thrown) {
    return refusedForm(thrown, { ...typed, passage }, request)
  }
}

export default function AskCorrection() {
  const { _ } = useLingui()
  const { meeting, mySeats, passages, wanted, language, clientId } = useLoaderData<typeof loader>()
  const { errors, message, typed } = useRefused(useActionData())
  const { part, itemId, ...others } = errors
  const wrong: typeof errors = { ...others, passage: part ?? itemId }
  return (
    <main id="content" className="page page-narrow">
      <Breadcrumb
        way={[
          {
            href: `/meetings/${meeting.id}/minutes`,
            label: _('minutes.draft-of', { number: meeting.number }),
          },
        ]}
      />
      <PageHeading title={_('minutes.correct')} lead={_('minutes.correct.lead')} />
      <ErrorSummary errors={wrong} message={message} />
      <form method="post" className="form">
        <input type="hidden" name="clientId" value={typed('clientId') ?? clientId} />
        {mySeats.length > 1 ? (
          <SelectField
            name="seatId"
            label={_('minutes.seat')}
            options={mySeats.map(({ seatId, organisation }) => ({ value: seatId, label: organisation }))}
            error={wrong['seatId']}
            defaultValue={typed('seatId')}
          />
        ) : (
          <input type="hidden" name="seatId" value={mySeats[0]?.seatId} />
        )}
        <SelectField
          name="passage"
          label={_('minutes.correction.passage')}
          options={passages.map(({ value, title }) => ({
            value,
            label:
              title ||
              _(value === 'meeting' || value === 'presence' ? `minutes.${value}` : 'minutes.outside'),
          }))}
          error={wrong['passage']}
          defaultValue={typed('passage') ?? wanted}
        />
        <TextArea
          name="says"
          rows={3}
          minLength={3}
          maxLength={minutesLimits.says}
          label={_('minutes.correction.says')}
          error={wrong['says']}
          defaultValue={typed('says')}
        />
        <TextArea
          name="shouldSay"
          rows={3}
          minLength={3}
          maxLength={minutesLimits.shouldSay}
          label={_('minutes.correction.should-say')}
          error={wrong['shouldSay']}
          defaultValue={typed('shouldSay')}
        />
        <OwnLanguage id="language" error={wrong['language']} chosen={typed('language') ?? language} />
        <SubmitButton>{_('minutes.correct.send')}</SubmitButton>
      </form>
    </main>
  )
}
