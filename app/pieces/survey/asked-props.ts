import type { FieldWords } from '#app/pieces/field.tsx'
import type { QuestionDrawn } from '#server/responses/contract.ts'

/** What the field of a question is given, whatever its type. */
export type AskedProps = { question: QuestionDrawn; words: FieldWords }
