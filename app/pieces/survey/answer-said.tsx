import { useLingui } from '@lingui/react'
import type { QuestionDrawn } from '#server/responses/contract.ts'
import { Ours } from './ours.tsx'

/** What was answered, as one reads it: the words of a choice and not its name. */
export function AnswerSaid({ question }: { question: QuestionDrawn }) {
  const { _ } = useLingui()
  const said = wordsOf(question, _('responses.other'))
  if (said.length === 0)
    return (
      <p className="muted">
        <Ours>{_('responses.not-answered')}</Ours>
      </p>
    )
  if (question.type === 'image' || question.type === 'audio' || question.type === 'file')
    return (
      <p>
        <Ours>{_('responses.file.sent')}</Ours>
      </p>
    )
  if (question.type === 'acknowledge')
    return (
      <p>
        <Ours>{_('responses.acknowledge')}</Ours>
      </p>
    )
  if (question.type === 'rank')
    return (
      <ol>
        {said.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ol>
    )
  return <p className="user-text">{said.join(', ')}</p>
}

function wordsOf(question: QuestionDrawn, otherWord: string): string[] {
  const { type, value, choices = [], other, place, ranks = {} } = question
  if (value === '') return []
  const labelOf = (name: string) => choices.find((choice) => choice.name === name)?.label ?? name
  if (type === 'rank')
    return choices
      .filter(({ name }) => ranks[name])
      .toSorted((one, another) => Number(ranks[one.name]) - Number(ranks[another.name]))
      .map(({ label }) => label)
  if (type === 'select_one' || type === 'select_multiple')
    return value
      .split(' ')
      .filter(Boolean)
      .map((name) => (name === 'other' && other !== undefined ? `${otherWord}: ${other}` : labelOf(name)))
  if (type === 'place' && place)
    return [
      place.municipalities.find(({ code }) => code === place.municipality)?.name,
      place.provinces.find(({ code }) => code === place.province)?.name,
      place.regions.find(({ code }) => code === place.region)?.name,
    ].filter((name) => name !== undefined)
  if (type === 'geopoint') return [value.split(' ').slice(0, 2).join(', ')]
  if (type === 'dateTime') return [value.replace('T', ' ')]
  return [value]
}
