import type { ReactNode } from 'react'

interface ConfirmProps {
  /** Where the act is posted once confirmed. */
  action: string
  /** The button that opens the question. */
  open: ReactNode
  question: ReactNode
  /** The button that does it; it names the act, never just "yes". */
  confirm: ReactNode
  /** Hidden fields or further questions. */
  children?: ReactNode
}

/** Asks once more before an act that cannot be undone, without a script. */
export function Confirm({ action, open, question, confirm, children }: ConfirmProps) {
  return (
    <details className="confirm">
      <summary className="btn btn-outline-primary">{open}</summary>
      <form className="confirm-panel stack" method="post" action={action}>
        <p>{question}</p>
        {children}
        <button className="btn btn-danger">{confirm}</button>
      </form>
    </details>
  )
}
