import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { keepPlace } from '#app/kept-place.ts'
import { languageName } from '#app/language-names.ts'
import { Bars } from '#app/pieces/bars.tsx'
import { FigureTable } from '#app/pieces/figure-table.tsx'
import { minutesAndSeconds } from '#app/pieces/meeting/turn-clock.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'
import { Part } from '#app/pieces/part.tsx'
import { refusedPage } from '#app/refused.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const asked = { meetingId: params['meetingId'] ?? '' }
  const balance = await context.platform.floor
    .showBalance(asked)
    .catch((thrown: unknown) => refusedPage(thrown, request))
  await keepPlace(context, asked.meetingId)
  return { balance }
}

/** Who has been heard so far and who has not, for whoever gives the floor. */
export default function BalanceOfVoice() {
  const { _, i18n } = useLingui()
  const { balance } = useLoaderData<typeof loader>()
  const { seats, languages } = balance
  const silent = seats.filter(({ turns, messages }) => turns === 0 && messages === 0)
  return (
    <main id="content" className="page page-narrow">
      <PageHeading title={_('floor.balance')} lead={_('floor.balance.lead')} />
      <Part id="seats" title={_('floor.balance.seats')}>
        <FigureTable
          caption={_('floor.balance.seats.caption')}
          columns={[
            _('floor.balance.seat'),
            _('floor.balance.turns'),
            _('floor.balance.time'),
            _('floor.balance.messages'),
          ]}
          rows={seats.map(({ organisation, turns, seconds, messages }) => [
            organisation,
            turns,
            minutesAndSeconds(seconds),
            messages,
          ])}
        >
          <Bars bars={seats.map(({ organisation, seconds }) => ({ label: organisation, value: seconds }))} />
        </FigureTable>
        {silent.length > 0 && (
          <>
            <h3>{_('floor.balance.silent')}</h3>
            <ul>
              {silent.map(({ seatId, organisation }) => (
                <li key={seatId}>
                  <bdi>{organisation}</bdi>
                </li>
              ))}
            </ul>
          </>
        )}
      </Part>
      <Part id="languages" title={_('floor.balance.languages')}>
        {languages.length === 0 ? (
          <p>{_('floor.balance.nothing')}</p>
        ) : (
          <FigureTable
            caption={_('floor.balance.languages.caption')}
            columns={[_('floor.balance.language'), _('floor.balance.messages')]}
            rows={languages.map(({ language, messages }) => [languageName(language, i18n.locale), messages])}
          >
            <Bars
              bars={languages.map(({ language, messages }) => ({
                label: languageName(language, i18n.locale),
                value: messages,
              }))}
            />
          </FigureTable>
        )}
      </Part>
      <p className="band">
        <a href={`/rooms/${balance.roomId}`}>{_('floor.to-room')}</a>
      </p>
    </main>
  )
}
