/** What one file may weigh, and how many a response may have. */
export const fileLimits = { bytes: 5_000_000, files: 10 } as const

/** What each kind of question takes, as a form's `accept` says it. */
export const fileAccept = {
  image: 'image/jpeg,image/png,image/webp,image/gif,image/avif',
  audio:
    'audio/mpeg,audio/wav,audio/ogg,audio/webm,audio/mp4,audio/3gpp,.mp3,.wav,.ogg,.opus,.webm,.m4a,.3gp',
  file: 'image/jpeg,image/png,image/webp,image/gif,image/avif,application/pdf,text/plain,text/csv,.pdf,.txt,.csv,.mp3,.wav,.ogg,.opus,.webm,.m4a,.3gp',
} as const

export type FileQuestion = keyof typeof fileAccept

/** Why a file is not taken, said at its field. */
export type FileReason =
  | 'file-empty'
  | 'file-too-large'
  | 'file-not-allowed'
  | 'file-not-for-question'
  | 'file-is-not-what-it-says'
  | 'file-is-broken'
  | 'file-too-many-pixels'
  | 'file-has-pictures-in-sound'
  | 'file-is-locked'
  | 'file-is-not-utf8'
  | 'file-too-many'
