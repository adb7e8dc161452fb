import type { DemoContent } from '#db/seed/content/demo-content.ts'
import { parkMessage, pinMessage, putReaction, writeRecap } from '../rooms/index.ts'
import type { WrittenLanguage } from '../rooms/words.ts'
import type { Cast } from './cast.ts'
import type { Timeline } from './timeline.ts'

/** What people think of messages, and how the talk is kept. */
export function talkIn(story: Timeline, cast: Cast, { talk, rooms }: DemoContent): void {
  const room = rooms.find(({ key }) => key === talk.room)
  if (!room) throw new Error(`The demo's talk is in ${talk.room}, which it does not have`)
  const { ground } = cast
  const at = (minute: number) => story.moment(room.openedDay, minute)
  for (const { to, kind, by } of talk.reactions) {
    const minute = room.messages.find(({ key }) => key === to)?.minute
    if (minute === undefined) throw new Error(`The demo reacts to ${to}, which it does not have`)
    for (const [index, who] of by.entries())
      story.add(at(minute + 1 + index), `${who} reacts to ${to}`, () =>
        putReaction(ground, cast.as(who), { messageId: cast.id(to), kind }),
      )
  }
  const { pinned, parked } = talk
  story.add(at(pinned.minute), `${pinned.message} is pinned`, () =>
    pinMessage(ground, cast.as(pinned.by), { messageId: cast.id(pinned.message), note: pinned.words }),
  )
  story.add(at(parked.minute), `${parked.message} is put aside`, () =>
    parkMessage(ground, cast.as(parked.by), { messageId: cast.id(parked.message), note: parked.words }),
  )
  for (const { key, by, minute, texts } of talk.recaps) {
    const [first, second] = texts
    if (!first || !second) throw new Error(`${key} is not in two languages`)
    story.add(at(minute), `${key} is written`, () =>
      writeRecap(ground, cast.as(by), {
        roomId: cast.id(`room of ${room.consultation}`),
        firstLanguage: first.language as WrittenLanguage,
        firstText: first.text,
        secondLanguage: second.language as WrittenLanguage,
        secondText: second.text,
        clientId: cast.clientId(key),
      }),
    )
  }
}
