import { useLingui } from '@lingui/react'
import { languageName } from '#app/language-names.ts'
import { TextArea } from '#app/pieces/text-area.tsx'
import { TextField } from '#app/pieces/text-field.tsx'
import type { Language } from '#server/ground.ts'
import { meetingLimits } from '#server/meetings/words.ts'

interface PaperFieldsProps {
  errors: Record<string, string | undefined>
  value: (name: string) => string | undefined
  /** The languages promised for this meeting. */
  promised: readonly Language[]
}

const suffixes = [
  ['it', 'It'],
  ['en', 'En'],
  ['fr', 'Fr'],
  ['ar', 'Ar'],
] as const

/** A paper language by language: those that were promised stand open, the others are folded. */
export function PaperFields({ errors, value, promised }: PaperFieldsProps) {
  const { _, i18n } = useLingui()
  return suffixes.map(([language, suffix]) => {
    const names = [`title${suffix}`, `text${suffix}`, `link${suffix}`]
    const called = languageName(language, i18n.locale)
    return (
      <details
        className="other-language"
        key={language}
        open={promised.includes(language) || names.some((name) => errors[name] ?? value(name))}
      >
        <summary>{_('meetings.paper.in', { language: called })}</summary>
        <div className="form">
          <TextField
            name={`title${suffix}`}
            label={`${_('meetings.paper.title')} (${called})`}
            maxLength={meetingLimits.paperTitle}
            lang={language}
            optional
            error={errors[`title${suffix}`]}
            defaultValue={value(`title${suffix}`)}
          />
          <TextArea
            name={`text${suffix}`}
            label={`${_('meetings.paper.text')} (${called})`}
            maxLength={meetingLimits.paperText}
            lang={language}
            optional
            error={errors[`text${suffix}`]}
            defaultValue={value(`text${suffix}`)}
          />
          <TextField
            name={`link${suffix}`}
            type="url"
            label={`${_('meetings.paper.link')} (${called})`}
            hint={_('meetings.paper.link.hint')}
            maxLength={meetingLimits.paperLink}
            optional
            error={errors[`link${suffix}`]}
            defaultValue={value(`link${suffix}`)}
          />
        </div>
      </details>
    )
  })
}
