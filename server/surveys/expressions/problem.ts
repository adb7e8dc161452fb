/** What can be wrong with an expression; the screen says each with its remedy. */
export type ExpressionReason =
  | 'expression-empty'
  | 'expression-too-long'
  | 'expression-too-deep'
  | 'unexpected-character'
  | 'curly-quotes'
  | 'unclosed-text'
  | 'unclosed-reference'
  | 'last-saved'
  | 'unexpected-word'
  | 'unexpected-end'
  | 'doubled-equals'
  | 'unsupported-axis'
  | 'unknown-function'
  | 'unsupported-function'
  | 'too-few-arguments'
  | 'too-many-arguments'
  | 'unknown-question'
  | 'unknown-list'
  | 'not-a-set'
  | 'not-a-repeat'
  | 'bad-pattern'
  | 'bad-date-format'
  | 'too-much-work'

/** An expression that cannot be read or worked out, and where: `column` counts characters from 1. */
export class ExpressionProblem extends Error {
  override readonly name = 'ExpressionProblem'
  readonly reason: ExpressionReason
  readonly column: number
  readonly values: Record<string, string | number>

  constructor(reason: ExpressionReason, column: number, values: Record<string, string | number> = {}) {
    super(`${reason} at ${column}`)
    this.reason = reason
    this.column = column
    this.values = values
  }
}
