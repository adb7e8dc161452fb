import { insist } from '../refusal.ts'
import { RichDocument } from './contract.ts'
import type { WrittenDocument } from './contract.ts'
import { refusedDocument } from './refused-document.ts'
import { mayBeParsed } from './weigh.ts'
import { documentFromText, documentLimits, plainTextOf } from './words.ts'

/**
 * The document a person wrote, in the plain textarea or in the editor: both store the same. A browser that
 * sends both has been editing the document, so that one is the truth.
 */
export function acceptDocument(asked: WrittenDocument): RichDocument {
  const accepted = asked.document?.trim() ? parsed(asked.document) : fromText(asked.text ?? '')
  if (!hasWords(accepted)) throw refusedDocument('document-empty')
  return accepted
}

function parsed(serialized: string): RichDocument {
  insist(mayBeParsed(serialized))

  const read = RichDocument.safeParse(json(serialized))
  if (read.success) return read.data
  const isLink = read.error.issues.some((issue) => issue.message === 'document-link')
  throw refusedDocument(isLink ? 'document-link' : 'document-not-allowed')
}

function json(serialized: string): unknown {
  try {
    return JSON.parse(serialized)
  } catch {
    throw refusedDocument('document-unreadable')
  }
}

function fromText(text: string): RichDocument {
  if (Buffer.byteLength(text) > documentLimits.bytes) throw refusedDocument('document-too-long')

  const written = documentFromText(text)
  // What is stored must be able to come back through the other door, from the editor.
  insist(mayBeParsed(JSON.stringify(written)))
  return written
}

function hasWords(document: RichDocument): boolean {
  return /[\p{L}\p{N}\p{S}]/u.test(plainTextOf(document))
}
