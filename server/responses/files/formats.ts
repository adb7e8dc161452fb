import type { FileQuestion } from './words.ts'

export type Family = 'picture' | 'sound' | 'paper'

type Format = {
  family: Family
  /** Of names, and of what browsers say of such a file. */
  endings: readonly string[]
  types: readonly string[]
}

/** All that is taken. What is not here (SVG, HTML, Office, archives, video) is refused, whatever it calls itself. */
export const formats = {
  jpeg: { family: 'picture', endings: ['jpg', 'jpeg', 'jpe', 'jfif'], types: ['image/jpeg', 'image/jpg'] },
  png: { family: 'picture', endings: ['png'], types: ['image/png'] },
  webp: { family: 'picture', endings: ['webp'], types: ['image/webp'] },
  gif: { family: 'picture', endings: ['gif'], types: ['image/gif'] },
  avif: { family: 'picture', endings: ['avif'], types: ['image/avif'] },
  mp3: { family: 'sound', endings: ['mp3'], types: ['audio/mpeg', 'audio/mp3'] },
  wav: {
    family: 'sound',
    endings: ['wav'],
    types: ['audio/wav', 'audio/x-wav', 'audio/wave', 'audio/vnd.wave'],
  },
  ogg: {
    family: 'sound',
    endings: ['ogg', 'oga', 'opus'],
    types: ['audio/ogg', 'audio/opus', 'application/ogg', 'video/ogg'],
  },
  webm: { family: 'sound', endings: ['webm', 'weba'], types: ['audio/webm', 'video/webm'] },
  m4a: {
    family: 'sound',
    endings: ['m4a', 'mp4'],
    types: ['audio/mp4', 'audio/m4a', 'audio/x-m4a', 'audio/aac', 'video/mp4'],
  },
  '3gp': { family: 'sound', endings: ['3gp', '3gpp'], types: ['audio/3gpp', 'video/3gpp', 'audio/3gpp2'] },
  pdf: { family: 'paper', endings: ['pdf'], types: ['application/pdf'] },
  csv: {
    family: 'paper',
    endings: ['csv'],
    types: ['text/csv', 'text/plain', 'application/csv', 'application/vnd.ms-excel'],
  },
  text: { family: 'paper', endings: ['txt', 'text'], types: ['text/plain'] },
} as const satisfies Record<string, Format>

export type FormatName = keyof typeof formats

/** Which families a question asks for; a question for a file takes all that is taken anywhere. */
const familiesOf: Record<FileQuestion, readonly Family[]> = {
  image: ['picture'],
  audio: ['sound'],
  file: ['picture', 'sound', 'paper'],
}

export function isForQuestion(format: FormatName, question: FileQuestion): boolean {
  return familiesOf[question].includes(formats[format].family)
}

type Said = { name: string; type: string }

/** Whether a file's name and the browser's word for it both allow that it is of this format; who says nothing does not lie. */
export function agrees(format: FormatName, said: Said): boolean {
  const { ending, type } = readSaid(said)
  const { endings, types }: Format = formats[format]
  return (ending === undefined || endings.includes(ending)) && (type === undefined || types.includes(type))
}

/** Whether its name or type is of something that is taken: what is then inside is not what it says. */
export function saysItIsTaken(said: Said): boolean {
  const { ending = '', type = '' } = readSaid(said)
  const all: Format[] = Object.values(formats)
  return all.some(({ endings, types }) => endings.includes(ending) || types.includes(type))
}

function readSaid({ name, type }: Said): { ending: string | undefined; type: string | undefined } {
  const said = (type.split(';')[0] ?? '').trim().toLowerCase()
  // A phone that does not know a file says so, or says nothing.
  const saysNothing = said === '' || said === 'application/octet-stream'
  return { ending: /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase(), type: saysNothing ? undefined : said }
}
