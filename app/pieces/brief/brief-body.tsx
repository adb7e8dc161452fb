import { useLingui } from '@lingui/react'
import { Moment } from '#app/pieces/moment.tsx'
import { UserText, UserWords } from '#app/pieces/user-text.tsx'
import type { BriefContent, BriefInWords } from '#server/briefs/contract.ts'
import { BriefAreas } from './brief-areas.tsx'
import { BriefFigures } from './brief-figures.tsx'
import { BriefOpinions } from './brief-opinions.tsx'
import { BriefPolls } from './brief-polls.tsx'
import { BriefProposals } from './brief-proposals.tsx'
import { BriefSurveys } from './brief-surveys.tsx'
import { BriefWho } from './brief-who.tsx'

interface BriefBodyProps {
  content: BriefContent
  goal: BriefInWords['goal']
  /** Links are whole addresses, so that they can be read on paper too. */
  origin: string
}

/** A brief as an official reads it: what is asked, by whom, of whom and by when first; then what stands behind it. */
export function BriefBody({ content, goal, origin }: BriefBodyProps) {
  const { _ } = useLingui()
  const { answeringBody, proposals, seats, organisations, territories } = content
  const asked = proposals.filter((proposal) => proposal.state !== 'not-approved')
  return (
    <>
      <section className="brief-short" aria-labelledby="short">
        <h2 id="short">{_('briefs.short')}</h2>
        <dl className="brief-facts">
          <div>
            <dt>{_('briefs.asked')}</dt>
            <dd>
              {asked.length === 0 ? (
                <UserWords text={goal.text} language={goal.language} />
              ) : (
                <ol>
                  {asked.map((proposal) => (
                    <li key={proposal.id}>
                      <UserText text={proposal.ask} language={proposal.language} />
                    </li>
                  ))}
                </ol>
              )}
            </dd>
          </div>
          <div>
            <dt>{_('briefs.by-whom')}</dt>
            <dd>
              {_('briefs.by-whom.text', {
                seats: seats.length,
                organisations: organisations.length,
                territories: territories.length,
              })}
            </dd>
          </div>
          <div>
            <dt>{_('briefs.of-whom')}</dt>
            <dd>
              <bdi>{answeringBody.name}</bdi>
            </dd>
          </div>
          <div>
            <dt>{_('briefs.by-when')}</dt>
            <dd>
              <Moment at={answeringBody.dueOn} />
            </dd>
          </div>
        </dl>
      </section>
      {content.introduction !== '' && <UserText text={content.introduction} language={content.language} />}
      <BriefProposals proposals={proposals} origin={origin} />
      {content.polls && <BriefPolls polls={content.polls} origin={origin} />}
      {content.opinions && <BriefOpinions opinions={content.opinions} />}
      {content.surveys && <BriefSurveys surveys={content.surveys} origin={origin} />}
      <section className="band" aria-labelledby="next">
        <h2 id="next">{_('briefs.next')}</h2>
        {content.nextSteps === '' ? (
          <p className="muted">{_('briefs.next.none')}</p>
        ) : (
          <UserText text={content.nextSteps} language={content.language} />
        )}
      </section>
      <BriefAreas areas={content.areas} origin={origin} />
      <BriefWho content={content} />
      <BriefFigures figures={content.figures} />
    </>
  )
}
