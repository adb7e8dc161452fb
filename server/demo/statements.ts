import { createHash } from 'node:crypto'
import type { DemoContent } from '#db/seed/content/demo-content.ts'
import type { PersonKey } from '#db/seed/content/shape.ts'
import {
  analyseOpinions,
  answerStatement,
  approveStatement,
  arrangeStatements,
  citeStatement,
  markMeta,
  rejectStatement,
  writeStatement,
} from '../opinions/index.ts'
import type { Vote } from '../opinions/words.ts'
import type { Cast } from './cast.ts'
import type { Timeline } from './timeline.ts'

/** Statements are seeded, written, let in or not, and answered by nearly everybody; then their results are shown. */
export function statementsIn(
  story: Timeline,
  cast: Cast,
  { statements: content, people }: DemoContent,
): void {
  const { ground } = cast
  const { by, moderator, offices, silent, openedDay } = content
  const at = (minute: number) => story.moment(openedDay, minute)
  const consultationId = () => cast.id(content.consultation)
  const arrange = (given: { isOpen: boolean; showsResults: boolean }) => () =>
    arrangeStatements(ground, cast.as(by), {
      consultationId: consultationId(),
      holdsStatements: true,
      letsGuests: true,
      ...given,
    })
  type Written = { text: string; language: string; by: PersonKey; need?: string; message?: string }
  const write = async ({ text, language, by: author, need, message }: Written) => {
    const { statementId, state } = await writeStatement(ground, cast.as(author), {
      consultationId: consultationId(),
      text,
      language,
      needId: need && cast.id(need),
      messageId: message && cast.id(message),
      anyway: 'yes',
      clientId: cast.clientId(text),
    })
    cast.keep(text, statementId)
    return { statementId, isWaiting: state === 'waiting' }
  }
  const letIn = async (written: Written) => {
    const { statementId, isWaiting } = await write(written)
    if (isWaiting) await approveStatement(ground, cast.as(moderator), { statementId })
    return statementId
  }

  content.statements.forEach((statement, index) => {
    const isSeed = statement.by === by
    story.add(at(isSeed ? index : 60 + index), `a statement: ${statement.text}`, () => letIn(statement))
  })
  story.add(at(30), 'statements open', arrange({ isOpen: true, showsResults: false }))
  story.add(at(90), 'a statement about the consultation', async () => {
    const statementId = await letIn(content.meta)
    await markMeta(ground, cast.as(moderator), { statementId, isMeta: true })
  })
  story.add(at(95), 'a statement is not let in', async () => {
    const { statementId } = await write(content.rejected)
    await rejectStatement(ground, cast.as(moderator), { statementId, reason: content.rejected.reason })
  })
  const answering = people.filter(({ key }) => !silent.includes(key))
  answering.forEach(({ key }, index) =>
    story.add(at(120 + 7 * index), `${key} answers`, async () => {
      for (const { text, fields, offices: inOffices } of content.statements) {
        const vote = voteOf(key, text, offices.includes(key) ? inOffices : fields)
        if (vote) await answerStatement(ground, cast.as(key), { statementId: cast.id(text), vote })
      }
    }),
  )
  story.add(at(600), 'a statement waits', () => write(content.waiting))
  story.add(at(610), 'results are shown', async () => {
    await arrange({ isOpen: true, showsResults: true })()
    await analyseOpinions(ground, consultationId())
  })
  for (const { text, proposal, by: author, day } of content.cited)
    story.add(story.moment(day, 300), `${proposal} stands on a statement`, () =>
      citeStatement(ground, cast.as(author), { proposalId: cast.id(proposal), statementId: cast.id(text) }),
    )
}

/** Always the same for the same person and sentence; one in eight has not seen it, one in ten passes. */
function voteOf(key: PersonKey, text: string, agrees: number): Vote | null {
  const drawn = createHash('sha256').update(`${key} ${text}`).digest()
  if (drawn[0]! < 32) return null
  if (drawn[1]! < 26) return 'pass'
  return drawn.readUInt16BE(2) / 65_536 < agrees ? 'agree' : 'disagree'
}
