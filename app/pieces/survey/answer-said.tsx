import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { momentIn } from '#app/pieces/moment.tsx'
import type { QuestionDrawn } from '#server/responses/contract.ts'
import { Ours } from './ours.tsx'

/** What was answered, as one reads it: the words of a choice and not its name. */
export function AnswerSaid({ question }: { question: QuestionDrawn }) {
  const { _, i18n } = useLingui()
  const { type, value } = question
  if (value === '')
    return (
      <p className="muted">
        <Ours>{_('responses.not-answered')}</Ours>
      </p>
    )
  switch (type) {
    case 'image':
    case 'audio':
    case 'file':
      return <OurWords>{_('responses.file.sent')}</OurWords>
    case 'acknowledge':
      return <OurWords>{_('responses.acknowledge')}</OurWords>
    case 'date':
      return <OurWords>{dayIn(i18n.locale, value) ?? value}</OurWords>
    case 'dateTime': {
      const [day = '', time = ''] = value.split('T')
      return (
        <OurWords>
          {dayIn(i18n.locale, day) ?? day}, <bdi>{time}</bdi>
        </OurWords>
      )
    }
    case 'rank':
      return <Lines of={ranked(question)} as="ol" />
    case 'select_multiple':
      return <Lines of={chosen(question, _('responses.other'))} as="ul" />
    case 'select_one':
      return <p className="user-text">{chosen(question, _('responses.other'))}</p>
    case 'place':
      return <p className="user-text">{placeNames(question) || value}</p>
    case 'geopoint':
      return (
        <p>
          <bdi>{value.split(' ').slice(0, 2).join(', ')}</bdi>
        </p>
      )
    case 'note':
    case 'calculate':
    case 'hidden':
    case 'integer':
    case 'decimal':
    case 'range':
    case 'time':
    case 'text':
      return (
        <p className="user-text">
          <bdi>{value}</bdi>
        </p>
      )
  }
}

function OurWords({ children }: { children: ReactNode }) {
  return (
    <p>
      <Ours>{children}</Ours>
    </p>
  )
}

function Lines({ of, as: List }: { of: string[]; as: 'ol' | 'ul' }) {
  return (
    <List>
      {of.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </List>
  )
}

function ranked({ choices = [], ranks = {} }: QuestionDrawn): string[] {
  return choices
    .filter(({ name }) => ranks[name])
    .toSorted((one, another) => Number(ranks[one.name]) - Number(ranks[another.name]))
    .map(({ label }) => label)
}

function chosen({ value, choices = [], other }: QuestionDrawn, otherWord: string): string[] {
  return value
    .split(' ')
    .filter(Boolean)
    .map((name) =>
      name === 'other' && other !== undefined
        ? `${otherWord}: ${other}`
        : (choices.find((choice) => choice.name === name)?.label ?? name),
    )
}

function placeNames({ place }: QuestionDrawn): string {
  if (!place) return ''
  return [
    place.municipalities.find(({ code }) => code === place.municipality)?.name,
    place.provinces.find(({ code }) => code === place.province)?.name,
    place.regions.find(({ code }) => code === place.region)?.name,
  ]
    .filter((name) => name !== undefined)
    .join(', ')
}

/** A day that somebody wrote, in words; as they wrote it where it is none. */
function dayIn(locale: string, day: string): string | undefined {
  const noon = new Date(`${day}T12:00:00Z`)
  return Number.isNaN(noon.getTime()) ? undefined : momentIn(locale, 'day', noon)
}
