/** Everything that can be wrong with a spreadsheet or with what is typed on the composing pages; the screen says each with its remedy. */
export const sheetReasons = [
  'file-too-large',
  'file-is-old-xls',
  'file-is-not-xlsx',
  'file-is-encrypted',
  'file-unpacks-too-large',
  'sheet-too-large',
  'file-unreadable',
  'more-problems',
  'survey-missing',
  'sheet-not-used',
  'column-without-heading',
  'column-doubled',
  'unsupported-column',
  'unknown-column',
  'column-missing',
  'column-unused-here',
  'type-missing',
  'unknown-type',
  'unsupported-type',
  'type-without-list',
  'type-with-more',
  'not-asked-here',
  'begin-without-end',
  'end-without-begin',
  'end-of-another',
  'group-empty',
  'nested-too-deep',
  'nothing-asked',
  'name-missing',
  'name-invalid',
  'name-doubled',
  'name-ambiguous',
  'unknown-question',
  'label-missing',
  'list-unknown',
  'list-missing',
  'choice-without-name',
  'choice-with-space',
  'choice-doubled',
  'choice-without-label',
  'calculation-missing',
  'calculation-circle',
  'filter-without-list',
  'parameter-invalid',
  'range-invalid',
  'settings-more-than-one',
  'default-language-unknown',
  'translation-missing',
  'expression-empty',
  'expression-too-long',
  'expression-too-deep',
  'unexpected-character',
  'curly-quotes',
  'unclosed-text',
  'unclosed-reference',
  'last-saved',
  'unexpected-word',
  'unexpected-end',
  'doubled-equals',
  'unsupported-axis',
  'unknown-function',
  'unsupported-function',
  'too-few-arguments',
  'too-many-arguments',
  'unknown-list',
  'not-a-set',
  'not-a-repeat',
  'bad-pattern',
  'bad-date-format',
  'too-much-work',
] as const
export type SheetReason = (typeof sheetReasons)[number]

/** What a draft may still lack while it is being composed; with these it is kept, and does not open. */
export const unfinished: readonly SheetReason[] = ['nothing-asked', 'group-empty']

export const surveyStates = ['draft', 'planned', 'open', 'closed'] as const
export type SurveyState = (typeof surveyStates)[number]

/** Who may answer; a survey may have several. */
export const accesses = ['link', 'account', 'seat', 'code'] as const
export type Access = (typeof accesses)[number]

export const templates = ['association-needs', 'service-access', 'operators-training'] as const
export type Template = (typeof templates)[number]

/** Languages as an XLSForm names them, so that the same survey is called the same in every tool. */
export const formLanguages = [
  'Italiano (it)',
  'English (en)',
  'Français (fr)',
  'العربية (ar)',
  'Română (ro)',
  'Українська (uk)',
  'Shqip (sq)',
  'Español (es)',
  'বাংলা (bn)',
  '中文 (zh)',
  'اردو (ur)',
  'ਪੰਜਾਬੀ (pa)',
  'Русский (ru)',
  'Português (pt)',
  'Wolof (wo)',
  'Soomaali (so)',
  'ትግርኛ (ti)',
] as const

export const surveyLimits = {
  title: 200,
  thanks: 2000,
  quotas: 20,
  tables: 60,
  days: 12,
  codes: 500,
  label: 2000,
  expression: 4000,
  /** A file of two megabytes, as text that carries it. */
  fileText: 2_700_000,
}

/** What one may ask, and what questions stand in. */
export const questionTypes = [
  'select_one',
  'select_multiple',
  'rank',
  'text',
  'integer',
  'decimal',
  'range',
  'date',
  'time',
  'dateTime',
  'note',
  'acknowledge',
  'image',
  'audio',
  'file',
  'geopoint',
  'calculate',
  'hidden',
] as const
export const itemTypes = [...questionTypes, 'group', 'repeat'] as const
export type ItemType = (typeof itemTypes)[number]

export const choosing: readonly ItemType[] = ['select_one', 'select_multiple', 'rank']
/** What can be counted, and so published as a table. */
export const countable: readonly ItemType[] = ['select_one', 'select_multiple', 'rank', 'range', 'integer']
