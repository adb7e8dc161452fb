import { askAndAnswer, beToldUntilStopped, follow, publishBrief, readTheStory } from './mission/answering.ts'
import { gather } from './mission/cast.ts'
import { expectForMembersOnly, openConsultation } from './mission/consulting.ts'
import { propose, voteAndCount } from './mission/deciding.ts'
import { enterAndLookAfterDevices } from './mission/entering.ts'
import { postNeeds } from './mission/needing.ts'
import { giveSeats, joinByInvitation, registerAndBeVerified } from './mission/sitting.ts'
import { hideWithReason, missNothing, talk } from './mission/talking.ts'
import { test } from './stage.ts'

test('from a need to an official answer, with three people and those who help them', async ({
  browser,
  stage,
}) => {
  // All ten points: half as many pages again as the longest of the other journeys.
  test.setTimeout(360_000)
  const cast = await gather(browser, stage)
  const { step } = test

  await step('1. enter with a code that came by mail, see one’s devices and sign out of another one', () =>
    enterAndLookAfterDevices(cast),
  )

  const organisation = await step(
    '2. register an association; the official rejects it with a reason, and verifies it once it is registered again',
    () => registerAndBeVerified(cast),
  )
  const [ida, musa] = await step('2. two people join it by invitation', async () => [
    await joinByInvitation(cast, organisation, { mailbox: 'supplente', name: 'Ida Kamara' }),
    await joinByInvitation(cast, organisation, { mailbox: 'decano', name: 'Musa Bah' }),
  ])
  const table = await step(
    '2. the chair gives it a seat; the table says who represented whom on which day',
    () => giveSeats(cast, organisation),
  )

  const consultation = await step('3. the chair opens a consultation with dated phases', () =>
    openConsultation(cast, table, 'Acqua potabile nei campi di raccolta', 'public'),
  )
  await step('3. and one for members only, which is not there for anybody else', async () => {
    const title = 'Chi paga le cisterne'
    const closed = await openConsultation(cast, table, title, 'members')
    await expectForMembersOnly(cast, table, closed, title)
  })

  const needs = await step(
    '4. a need is written, not lost, shown beside similar ones, sent, supported and found',
    () => postNeeds(cast, consultation),
  )

  const room = await step('5. people talk in the room: they answer, change and take back', () =>
    talk(cast, consultation),
  )
  await step('5. a line breaks and comes back: nothing is missed, nothing doubled', () =>
    missNothing(cast, room),
  )

  await step('6. a message is reported and hidden; everybody sees that it was, its author sees why', () =>
    hideWithReason(cast, room),
  )

  const proposal = await step(
    '7. the chair makes a proposal from the needs, and a second version of it',
    () => propose(cast, consultation, needs),
  )

  const { counted } = await step(
    '8. the table votes: by seat and by person, by the alternate, changed, closed by the chair',
    () => voteAndCount(cast, proposal, { ida, musa }),
  )

  await step('9. the brief is published with the same figures, and its hash is that of its own bytes', () =>
    publishBrief(cast, consultation, counted),
  )

  await step('10. the body is asked and answers; the need tells its whole story', async () => {
    await follow(musa, proposal)
    await askAndAnswer(cast, proposal)
    await readTheStory(cast.newcomer, needs[0])
  })
  await step(
    '10. the author and a follower are told on the platform and by mail, until they stop it',
    async () => {
      await beToldUntilStopped(cast, cast.newcomer, cast.emailOf('presidente'))
      await beToldUntilStopped(cast, musa, cast.emailOf('decano'))
    },
  )
})
