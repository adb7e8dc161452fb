import { z } from 'zod'
import { email, id, line, optional } from '../fields.ts'
import { codeLength, personas } from './words.ts'

export const language = z.enum(['it', 'en', 'fr', 'ar'])

export const RequestCode = z.strictObject({ email, language: optional(language) })

export const EnterWithCode = z.strictObject({
  email,
  code: z
    .string('needed')
    .transform((text) => text.replace(/\D/g, ''))
    .refine((text) => text.length === codeLength, 'wrong-code'),
  device: optional(line(0, 120)),
})

export const EnterAsPersona = z.strictObject({ persona: z.enum(personas), device: optional(line(0, 120)) })

export const ListDevices = z.strictObject({})
export const EndSession = z.strictObject({ sessionId: id })
export const EndOtherSessions = z.strictObject({})
export const SignOut = z.strictObject({})

export const ShowProfile = z.strictObject({})
export const EditProfile = z.strictObject({ name: line(2, 80), language })
export const ChooseLanguage = z.strictObject({ language })
export const ListPersonas = z.strictObject({})

/** What signing in hands to the edge: the token goes into the cookie and nowhere else. */
export type Entered = { sessionToken: string; personId: string; isNew: boolean }
export type Device = { id: string; device: string; createdAt: Date; lastSeenAt: Date; isThis: boolean }
export type Profile = { name: string; email: string; language: z.infer<typeof language> }
export type PersonaShown = { persona: (typeof personas)[number]; name: string; organisation: string | null }
