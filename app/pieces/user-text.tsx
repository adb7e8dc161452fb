interface UserTextProps {
  text: string
  /** The language it was written in, when known. */
  language?: string | null | undefined
}

/** What a person wrote, as a block: its own language, its own direction, its own line breaks. */
export function UserText({ text, language }: UserTextProps) {
  return (
    <p className="user-text" lang={language ?? undefined} dir="auto">
      {text}
    </p>
  )
}

/** What a person wrote, a name or a title inside our own sentence: its direction does not disturb ours. */
export function UserWords({ text, language }: UserTextProps) {
  return <bdi lang={language ?? undefined}>{text}</bdi>
}
