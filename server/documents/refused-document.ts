import { Refusal } from '../refusal.ts'

type DocumentRefusal =
  | 'document-empty'
  | 'document-too-long'
  | 'document-too-deep'
  | 'document-too-many-parts'
  | 'document-unreadable'
  | 'document-not-allowed'
  | 'document-link'

/** The refusal of a document, told for the form and at the field where its words are. */
export function refusedDocument(reason: DocumentRefusal): Refusal {
  return new Refusal('invalid', reason, { fields: { text: { reason } } })
}
