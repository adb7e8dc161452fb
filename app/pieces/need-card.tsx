import { useLingui } from '@lingui/react'
import type { NeedListed } from '#server/needs/contract.ts'
import { ownNameOf } from '#server/needs/words.ts'
import { Badge } from './badge.tsx'
import { Card } from './card.tsx'
import { Moment } from './moment.tsx'
import { UserText, UserWords } from './user-text.tsx'

/** A need among others: in its own language, whatever the page's. */
export function NeedCard({ need, level = 2 }: { need: NeedListed; level?: 2 | 3 }) {
  const { _, i18n } = useLingui()
  const { title, language, organisation, author, territory, consultation } = need
  return (
    <Card
      level={level}
      above={<UserWords text={consultation.text} language={consultation.language} />}
      title={
        title === null ? _(`needs.state.${need.state}.long`) : <UserWords text={title} language={language} />
      }
      href={`/needs/${need.id}`}
      badges={
        title === null ? undefined : (
          <>
            {need.state !== 'posted' && <Badge tone="warn">{_(`needs.state.${need.state}`)}</Badge>}
            {(need.urgency === 'critical' || need.urgency === 'high') && (
              <Badge tone={need.urgency === 'critical' ? 'bad' : 'warn'}>
                {_(`needs.urgency.${need.urgency}`)}
              </Badge>
            )}
            {need.areas.map((area) => (
              <Badge key={area}>{_(`needs.area.${area}`)}</Badge>
            ))}
            {language !== i18n.locale && (
              <Badge tone="blue">
                <span lang={language}>{ownNameOf(language)}</span>
              </Badge>
            )}
          </>
        )
      }
      foot={
        <>
          {(organisation ?? author) && <bdi>{organisation?.name ?? author}</bdi>}
          {(organisation ?? author) && ' · '}
          <bdi>{territory.name}</bdi> · <Moment at={need.postedAt} as="short" />
          {title !== null && <> · {_('needs.supports', { n: need.supports })}</>}
        </>
      }
    >
      {need.excerpt && <UserText text={need.excerpt} language={language} />}
    </Card>
  )
}
