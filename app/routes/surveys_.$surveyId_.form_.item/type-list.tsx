import { useLingui } from '@lingui/react'
import type { ItemType } from '#server/surveys/words.ts'

const families: Record<string, readonly ItemType[]> = {
  choose: ['select_one', 'select_multiple', 'rank', 'range', 'acknowledge'],
  write: ['text', 'integer', 'decimal', 'date', 'time', 'dateTime'],
  send: ['image', 'audio', 'file', 'geopoint'],
  together: ['group', 'repeat', 'note'],
  unseen: ['calculate', 'hidden'],
}

/** Every kind of question, with when it is of use. */
export function TypeList({ surveyId, into }: { surveyId: string; into: string | null }) {
  const { _ } = useLingui()
  const inside = into === null ? '' : `&into=${encodeURIComponent(into)}`
  return Object.entries(families).map(([family, types]) => (
    <section key={family} aria-labelledby={family} className="band">
      <h2 id={family}>{_(`surveys.family.${family}`)}</h2>
      <ul className="plain-list stack">
        {types.map((type) => (
          <li key={type}>
            <h3 className="h6">
              <a href={`/surveys/${surveyId}/form/item?type=${type}${inside}`}>{_(`surveys.type.${type}`)}</a>
            </h3>
            <p>{_(`surveys.type.${type}.when`)}</p>
          </li>
        ))}
      </ul>
    </section>
  ))
}
