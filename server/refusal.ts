/** The five ways the platform says no, for ever. Absent and forbidden-to-know are both `unseen`. */
export type RefusalKind = 'unseen' | 'forbidden' | 'invalid' | 'conflict' | 'too-many'

/** What is wrong with one field: a reason that the screen translates, and the numbers its sentence needs. */
export type FieldRefusal = { reason: string; values?: Record<string, string | number> }

export const statusOfKind: Record<RefusalKind, number> = {
  unseen: 404,
  forbidden: 403,
  invalid: 422,
  conflict: 409,
  'too-many': 429,
}

export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly kind: RefusalKind
  readonly reason: string
  readonly fields: Record<string, FieldRefusal>
  /** Seconds to wait, when the kind is `too-many`. */
  readonly retryAfter: number | undefined

  constructor(
    kind: RefusalKind,
    reason: string,
    more: { fields?: Record<string, FieldRefusal>; retryAfter?: number } = {},
  ) {
    super(`${kind}: ${reason}`)
    this.kind = kind
    this.reason = reason
    this.fields = more.fields ?? {}
    this.retryAfter = more.retryAfter
  }
}

/** A refusal of one field of a form. */
export function refuseField(
  field: string,
  reason: string,
  values?: Record<string, string | number>,
): Refusal {
  return new Refusal('invalid', 'fields', { fields: { [field]: values ? { reason, values } : { reason } } })
}

// By name and not by class: Remix's bundle holds a second copy of this module.
export function isRefusal(thrown: unknown): thrown is Refusal {
  return thrown instanceof Error && thrown.name === 'Refusal'
}

/** What a rule answers: it may, or the refusal that says why not. */
export type Verdict = true | Refusal

export function insist(verdict: Verdict): void {
  if (verdict !== true) throw verdict
}
