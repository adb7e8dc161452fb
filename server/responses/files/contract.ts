import { z } from 'zod'
import { id } from '../../fields.ts'

/** The code by which whoever is filling in a response carries on with it. */
const key = z.string().min(1).max(100)

export const KeepFile = z.strictObject({
  surveyId: id,
  key,
  /** Of its question, as in answers: `household/member[2]/photo`. */
  path: z.string().min(1).max(500),
  file: z.custom<File>((given) => given instanceof File, 'needed'),
})

export const ShowFile = z.strictObject({ surveyId: id, fileId: id, key: key.optional() })

/** `content` in base64, as JSON can hold it; `name` is made from where it was asked, for nobody's own name of it is kept. */
export type FileShown = { name: string; mediaType: string; content: string }
