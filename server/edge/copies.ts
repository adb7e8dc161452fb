import { randomBytes, randomUUID } from 'node:crypto'

/** What is new in every copy of a page: the nonce of its scripts, and the id that a form in it carries. */
export type Fresh = { nonce: string; newId: string }

export function fresh(): Fresh {
  return { nonce: randomBytes(16).toString('base64url'), newId: randomUUID() }
}

/** Stand in a page while it is drawn and kept. They never leave the process, so nobody can have written them. */
export const marks: Fresh = fresh()

/** What is in bytes already holds no mark. */
export type Text = string | Uint8Array

/** A page cut at its marks: its texts, and what is new between them. */
export type Copies = (Uint8Array | keyof Fresh)[]

export function cutAtMarks(...texts: Text[]): Copies {
  const copies = texts.flatMap((text) => (typeof text === 'string' ? cutText(text) : [text]))
  return isAlwaysTheSame(copies) ? [oneCopy(copies, fresh)] : copies
}

function cutText(text: string): Copies {
  const bytes = Buffer.from(text)
  const found = [...placesOf(bytes, 'nonce'), ...placesOf(bytes, 'newId')].sort((a, b) => a.at - b.at)
  const copies: Copies = []
  let from = 0
  for (const { at, mark } of found) {
    copies.push(bytes.subarray(from, at), mark)
    from = at + marks[mark].length
  }
  return [...copies, bytes.subarray(from)]
}

function placesOf(bytes: Buffer, mark: keyof Fresh): { at: number; mark: keyof Fresh }[] {
  const places = []
  for (let at = bytes.indexOf(marks[mark]); at !== -1; at = bytes.indexOf(marks[mark], at + 1))
    places.push({ at, mark })
  return places
}

/** Whether every copy is the same, as those of most pages are. */
export function isAlwaysTheSame(copies: Copies): boolean {
  return copies.every((piece) => typeof piece !== 'string')
}

/** `one` is asked only where there is a mark: what cannot be guessed costs more than the rest of a copy. */
export function oneCopy(copies: Copies, one: () => Fresh): Uint8Array {
  const [only] = copies
  if (copies.length === 1 && typeof only === 'object') return only
  return Buffer.concat(copies.map((piece) => (typeof piece === 'string' ? Buffer.from(one()[piece]) : piece)))
}

export function unmarked(header: string, one: () => Fresh): string {
  return header.replaceAll(marks.nonce, () => one().nonce)
}
