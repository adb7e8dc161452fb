import { createHash } from 'node:crypto'
import { messagesOf } from './catalogues.ts'
import type { ScreenLanguage } from './languages.ts'

export type WordsFile = { text: string; version: string }

/** What the scripts of a live page say in one language: a file of its own, which a browser keeps from one visit to the next. */
export function wordsFile(language: ScreenLanguage, areas: string[]): WordsFile {
  const text = JSON.stringify(messagesOf(language, areas))
  return { text, version: createHash('sha256').update(text).digest('base64url').slice(0, 16) }
}

const addresses = new Map<string, string>()

/** Changes with what is in the file. */
export function wordsAddress(language: ScreenLanguage, areas: string[]): string {
  const path = `/words/${language}/${areas.join('+')}`
  const address = addresses.get(path) ?? `${path}?version=${wordsFile(language, areas).version}`
  addresses.set(path, address)
  return address
}
