import type { RecapShown } from '#server/rooms/contract.ts'
import { type WrittenLanguage, writtenLanguages } from '#server/rooms/words.ts'
import { directionOfText } from './direction.ts'

/** One recap, each language by its own name. */
export function RecapTexts({ recap }: { recap: RecapShown }) {
  return (
    <div className="recap-texts">
      {recap.texts.map(({ language, text }) => (
        <div key={language} lang={language} dir={directionOfText(text, language)}>
          <p className="recap-language">{writtenLanguages[language as WrittenLanguage]}</p>
          <p className="message-text">{text}</p>
        </div>
      ))}
    </div>
  )
}
