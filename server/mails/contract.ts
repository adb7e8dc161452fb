import { z } from 'zod'
import type { Language } from '../ground.ts'

/** A mail by its kind; the words are in texts/, by language. Subjects name no room, no place and no group of people. */
export type MailAsked = {
  recipient: string
  personId: string | null
  language: Language
  kind:
    | 'sign-in-code'
    | 'organisation-invitation'
    | 'organisation-verified'
    | 'organisation-rejected'
    | 'official-appointed'
    | 'coordinator-appointed'
    | 'office-given'
    | 'official-ended'
    | 'coordinator-ended'
    | 'office-ended'
    | 'seat-filled'
    | 'seat-ended'
    | 'member-admitted'
    | 'notice'
    | 'digest'
    | 'meeting-called'
    | 'meeting-changed'
    | 'meeting-cancelled'
    | 'meeting-near'
    | 'vote-near'
    | 'proxy-given'
    | 'audit-head'
    | 'survey-reminder'
  values: Record<string, string | number>
  headers?: Record<string, string>
  calendar?: MailCalendar
}

/** An appointment that goes with a mail (RFC 5545, RFC 5546). */
export type MailCalendar = { method: 'REQUEST' | 'CANCEL'; file: string }

export const ReadDemoMail = z.strictObject({})
export type MailShown = {
  id: string
  recipient: string
  language: string
  subject: string
  text: string
  createdAt: Date
}
