import { useLingui } from '@lingui/react'
import { SubmitButton } from '#app/pieces/submit-button.tsx'
import { UserText } from '#app/pieces/user-text.tsx'
import type { IntroductionShown } from '#server/responses/contract.ts'
import { begunKeptDays, sentKeptDays, shuffleMinutes } from '#server/responses/words.ts'

/** What happens with the answers, what is protected and what is not, in plain words; and what its leaders can do. */
export function Promises({ shown }: { shown: IntroductionShown }) {
  const { _ } = useLingui()
  const { survey, thanks, language, may, stage, ways } = shown
  const lines = survey.isApart ? ['1', '2', '3', '4'] : ['1', '2']
  return (
    <div className="survey-parts">
      {thanks !== '' && (
        <section aria-labelledby="happens">
          <h2 id="happens">{_('responses.happens')}</h2>
          <UserText text={thanks} language={language.code} />
        </section>
      )}
      <section aria-labelledby="protected">
        <h2 id="protected">{_('responses.protected')}</h2>
        <ul>
          {lines.map((line) => (
            <li key={line}>
              {_(`responses.${survey.isApart ? 'apart' : 'named'}.${line}`, { minutes: shuffleMinutes })}
            </li>
          ))}
          {ways.link && survey.timesEach !== null && <li>{_('responses.link-times')}</li>}
          <li>{_(survey.isSensitive ? 'responses.few.sensitive' : 'responses.few')}</li>
          <li>{_('responses.kept', { begun: begunKeptDays, sent: sentKeptDays })}</li>
        </ul>
      </section>
      {may.lead && stage === 'open' && (
        <section aria-labelledby="remind">
          <h2 id="remind">{_('responses.remind.title')}</h2>
          <p>{_('responses.remind.text')}</p>
          <form method="post" action={`/surveys/${survey.id}/reminder`}>
            <SubmitButton tone="quiet">{_('responses.remind')}</SubmitButton>
          </form>
        </section>
      )}
    </div>
  )
}
