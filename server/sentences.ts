import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setupI18n, type I18n } from '@lingui/core'
import { compileMessage, type CompiledMessage } from '@lingui/message-utils/compileMessage'
import PO from 'pofile'
import { projectRoot } from '#db/root.ts'
import { languages, type Language } from './ground.ts'

export type Sentences = Record<string, CompiledMessage>

/** A catalogue of translations compiled once, so that no ICU is parsed while a page waits. */
export function compileCatalogue(po: string): Sentences {
  const sentences: Sentences = {}
  for (const item of PO.parse(po).items) {
    const translation = item.msgstr[0]
    if (translation) sentences[item.msgid] = compileMessage(translation)
  }
  return sentences
}

/** The server's own sentences (mails), one I18n for each language, read when first needed. */
export function sentencesIn(folder: string): (language: Language) => I18n {
  const read = new Map<Language, I18n>()
  return (language) => {
    if (read.size === 0) {
      for (const each of languages) {
        const po = readFileSync(join(projectRoot(), folder, `${each}.po`), 'utf8')
        read.set(each, setupI18n({ locale: each, messages: { [each]: compileCatalogue(po) } }))
      }
    }
    const i18n = read.get(language)
    if (!i18n) throw new Error(`No sentences in ${language}`)
    return i18n
  }
}
