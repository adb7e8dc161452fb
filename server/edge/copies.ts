import { randomBytes, randomUUID } from 'node:crypto'

/** What is new in every copy of a page: the nonce of its scripts, and the id that a form in it carries. */
export type Fresh = { nonce: string; newId: string }

export function fresh(): Fresh {
  return { nonce: randomBytes(16).toString('base64url'), newId: randomUUID() }
}

/** Stand in a page while it is drawn and kept. They never leave the process, so nobody can have written them. */
export const marks: Fresh = fresh()

const marked = new RegExp(`${marks.nonce}|${marks.newId}`)

/** A page cut at its marks: text, mark, text, and so on. */
export type Copies = { texts: Buffer[]; between: (keyof Fresh)[] }

export function cutAtMarks(page: string): Copies {
  const between: (keyof Fresh)[] = []
  const texts: Buffer[] = []
  let rest = page
  for (let found = marked.exec(rest); found; found = marked.exec(rest)) {
    texts.push(Buffer.from(rest.slice(0, found.index)))
    between.push(found[0] === marks.nonce ? 'nonce' : 'newId')
    rest = rest.slice(found.index + found[0].length)
  }
  return { texts: [...texts, Buffer.from(rest)], between }
}

export function oneCopy({ texts, between }: Copies, one: Fresh): Buffer {
  const [only] = texts
  if (only && between.length === 0) return only
  return Buffer.concat(
    texts.flatMap((text, index) => {
      const mark = between[index]
      return mark ? [text, Buffer.from(one[mark])] : [text]
    }),
  )
}

export function unmarked(header: string, { nonce }: Fresh): string {
  return header.replaceAll(marks.nonce, nonce)
}
