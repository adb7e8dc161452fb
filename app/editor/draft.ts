/** What was typed in a form, by field name; several values where a name has several ticked boxes. */
export type DraftFields = Record<string, string[]>
export type Draft = { fields: DraftFields; keptAt: number }
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const draftPrefix = 'draft:'
const cookiePrefix = 'sent-draft-'
const thirtyDays = 30 * 24 * 60 * 60

/** Whether it could be kept: a full or forbidden storage must never stop a person from writing. */
export function keepDraft(storage: DraftStorage, key: string, fields: DraftFields, now: number): boolean {
  try {
    storage.setItem(draftPrefix + key, JSON.stringify({ fields, keptAt: now }))
    return true
  } catch {
    return false
  }
}

export function findDraft(storage: DraftStorage, key: string, now: number): Draft | undefined {
  const draft = readDraft(storage.getItem(draftPrefix + key))
  return draft && isFresh(draft, now) ? draft : undefined
}

export function forgetDraft(storage: DraftStorage, key: string): void {
  storage.removeItem(draftPrefix + key)
}

/** No draft stays for longer than thirty days, whichever form it was of. */
export function forgetOldDrafts(storage: DraftStorage, now: number): void {
  const names = Array.from({ length: storage.length }, (_, index) => storage.key(index))
  for (const name of names) {
    if (!name?.startsWith(draftPrefix)) continue
    const draft = readDraft(storage.getItem(name))
    if (!draft || !isFresh(draft, now)) storage.removeItem(name)
  }
}

/**
 * The cookie by which a route says that a form arrived, set on the redirect that follows success. Only the
 * server knows: a page that is left may have been sent, or may have met a dead line.
 */
export function sentDraftCookie(key: string): string {
  return `${cookiePrefix}${key}=1; Path=/; Max-Age=${thirtyDays}; SameSite=Lax`
}

/** Forgets the drafts that the server says arrived, and answers the cookies that unsay it. */
export function settleSentDrafts(storage: DraftStorage, cookies: string): string[] {
  const names = cookies.split(';').map((cookie) => cookie.trim().split('=')[0] ?? '')
  return names
    .filter((name) => name.startsWith(cookiePrefix))
    .map((name) => {
      forgetDraft(storage, name.slice(cookiePrefix.length))
      return `${name}=; Path=/; Max-Age=0; SameSite=Lax`
    })
}

function isFresh({ keptAt }: Draft, now: number): boolean {
  return keptAt <= now && now - keptAt < thirtyDays * 1000
}

function readDraft(kept: string | null): Draft | undefined {
  if (kept === null) return undefined
  try {
    const draft = JSON.parse(kept) as Partial<Draft> | null
    if (typeof draft?.keptAt !== 'number' || typeof draft.fields !== 'object') return undefined
    return isFields(draft.fields) ? { fields: draft.fields, keptAt: draft.keptAt } : undefined
  } catch {
    return undefined
  }
}

function isFields(fields: unknown): fields is DraftFields {
  if (typeof fields !== 'object' || fields === null) return false
  return Object.values(fields).every(
    (values) => Array.isArray(values) && values.every((value) => typeof value === 'string'),
  )
}
