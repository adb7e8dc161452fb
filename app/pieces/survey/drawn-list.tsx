import type { ReactNode } from 'react'
import type { Drawn } from '#server/responses/contract.ts'
import { QuestionField } from './question-field.tsx'
import { QuestionGroup } from './question-group.tsx'
import { RepeatTurns } from './repeat-turns.tsx'

/** What is asked, in its order. What does not concern this person waits in a template: only a script can show it at once. */
export function DrawnList({ drawn }: { drawn: readonly Drawn[] }) {
  return (
    <>
      {drawn.map((one) =>
        one.isRelevant ? (
          <div key={one.path} className="survey-item" data-asked={one.path}>
            {pieceOf(one)}
          </div>
        ) : (
          <template key={one.path} data-asked={one.path}>
            {pieceOf(one)}
          </template>
        ),
      )}
    </>
  )
}

function pieceOf(one: Drawn): ReactNode {
  if (one.is === 'question') return <QuestionField question={one} />
  if (one.is === 'repeat') return <RepeatTurns repeat={one} draw={(inside) => <DrawnList drawn={inside} />} />
  return <QuestionGroup group={one} draw={(inside) => <DrawnList drawn={inside} />} />
}
