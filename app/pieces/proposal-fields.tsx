import { useLingui } from '@lingui/react'
import { RichText } from '#app/editor/rich-text.tsx'
import type { useRefused } from '#app/use-refused.ts'
import type { RichDocument } from '#server/documents/words.ts'
import { languageNames } from '#server/people/words.ts'
import { proposalLanguages, proposalLimits, type ProposalLanguage } from '#server/proposals/words.ts'
import { SelectField } from './select-field.tsx'
import { TextArea } from './text-area.tsx'
import { TextField } from './text-field.tsx'

interface ProposalFieldsProps {
  refused: ReturnType<typeof useRefused>
  /** What stands now, when it is revised. */
  written?: { title: string; ask: string; addressee: string; language: string; document: RichDocument }
  draftKey: string
}

/** The words of a proposal, as they are drafted and as they are revised. */
export function ProposalFields({ refused, written, draftKey }: ProposalFieldsProps) {
  const { _, i18n } = useLingui()
  const { errors, typed } = refused
  const language = typed('language') ?? written?.language ?? proposalLanguageOf(i18n.locale)
  return (
    <>
      <SelectField
        name="language"
        label={_('proposals.language')}
        options={proposalLanguages.map((each) => ({ value: each, label: languageNames[each] }))}
        defaultValue={language}
        error={errors['language']}
      />
      <TextField
        name="title"
        label={_('proposals.title')}
        hint={_('proposals.title.hint')}
        maxLength={proposalLimits.title}
        defaultValue={typed('title') ?? written?.title}
        error={errors['title']}
      />
      <TextArea
        name="ask"
        label={_('proposals.ask')}
        hint={_('proposals.ask.hint')}
        rows={4}
        maxLength={proposalLimits.ask}
        defaultValue={typed('ask') ?? written?.ask}
        error={errors['ask']}
      />
      <TextField
        name="addressee"
        label={_('proposals.addressee')}
        hint={_('proposals.addressee.hint')}
        maxLength={proposalLimits.addressee}
        defaultValue={typed('addressee') ?? written?.addressee}
        error={errors['addressee']}
      />
      <RichText
        label={_('proposals.text')}
        hint={_('proposals.text.hint')}
        language={language}
        error={errors['text'] ?? errors['document']}
        defaultText={typed('text')}
        defaultDocument={written?.document}
        draftKey={draftKey}
        refused={typed('title') !== undefined}
        rows={14}
      />
    </>
  )
}

function proposalLanguageOf(locale: string): ProposalLanguage {
  return proposalLanguages.find((each) => each === locale) ?? 'it'
}
