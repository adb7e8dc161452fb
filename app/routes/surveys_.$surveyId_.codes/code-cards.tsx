import { useLingui } from '@lingui/react'
import { Moment } from '#app/pieces/moment.tsx'
import { Notice } from '#app/pieces/notice.tsx'
import { PageHeading } from '#app/pieces/page-heading.tsx'

export type Cards = {
  title: string
  organisation: string
  closesAt: Date | string
  cards: readonly { code: string; address: string; qr: { size: number; path: string } }[]
}

/** Cards to cut out: each with a code to type and a picture of it for a phone's camera. */
export function CodeCards({
  made: { title, organisation, closesAt, cards },
  back,
}: {
  made: Cards
  back: string
}) {
  const { _ } = useLingui()
  return (
    <main id="content" className="page">
      <div className="not-printed">
        <PageHeading title={_('surveys.codes')} lead={_('surveys.codes.print')} />
        <Notice tone="warn">{_('surveys.codes.once')}</Notice>
        <p>
          <a href={back}>{_('surveys.codes.more')}</a>
        </p>
      </div>
      <ul className="plain-list code-cards">
        {cards.map(({ code, address, qr }) => (
          <li key={code} className="code-card">
            <svg
              viewBox={`0 0 ${qr.size} ${qr.size}`}
              role="img"
              aria-label={_('surveys.codes.qr')}
              shapeRendering="crispEdges"
            >
              <rect width={qr.size} height={qr.size} fill="#fff" />
              <path d={qr.path} fill="#000" />
            </svg>
            <div>
              <p className="h6">
                <bdi>{title}</bdi>
              </p>
              <p className="code-card-code" dir="ltr">
                {code}
              </p>
              <p dir="ltr" className="code-card-address">
                {address}
              </p>
              <p>
                {_('surveys.codes.until')} <Moment at={closesAt} />. <bdi>{organisation}</bdi>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </main>
  )
}
