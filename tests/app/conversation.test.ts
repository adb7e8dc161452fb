import { expect, test } from 'vitest'
import { fold, prepend, receive, settle, unfold, type Conversation } from '#app/live/conversation.ts'
import type { EventShown, MessageShown } from '#server/rooms/contract.ts'

function message(seq: number, more: Partial<MessageShown> = {}): MessageShown {
  return {
    id: `m${seq}`,
    seq,
    state: 'said',
    author: 'ana',
    name: 'Ana',
    organisation: null,
    language: 'it',
    text: `testo ${seq}`,
    rootId: null,
    answers: 0,
    replyTo: null,
    mentions: [],
    reactions: {},
    postedAt: '2026-05-14T10:00:00.000Z',
    returnedAt: null,
    editedAt: null,
    day: '2026-05-14',
    hiddenFor: null,
    ...more,
  }
}

function posted(seq: number, more: Partial<MessageShown> = {}): EventShown {
  return { seq, name: 'message-posted', message: message(seq, more), clientId: `c${seq}` }
}

const start: Conversation = {
  cursor: 2,
  messages: [message(1), message(2)],
  olderThan: null,
  threads: {},
  me: 'me',
  isOpen: true,
}

const answer = (seq: number, more: Partial<MessageShown> = {}) =>
  posted(seq, {
    rootId: 'm1',
    answers: 1,
    replyTo: { id: 'm1', name: 'Ana', text: 'testo 1', language: 'it' },
    ...more,
  })

function took(conversation: Conversation, events: EventShown[]) {
  const received = receive(conversation, events)
  if (received === 'gap') throw new Error('a gap')
  return received
}

test('what comes is put at the end, and told as fresh', () => {
  const { conversation, fresh, arrived } = took(start, [posted(3), posted(4)])
  expect(conversation.messages.map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
  expect(conversation.cursor).toBe(4)
  expect(fresh.map(({ id }) => id)).toEqual(['m3', 'm4'])
  expect(arrived).toEqual(['c3', 'c4'])
})

test('what was here before is not doubled', () => {
  const { conversation, fresh } = took(start, [posted(1), posted(2), posted(3)])
  expect(conversation.messages.map(({ seq }) => seq)).toEqual([1, 2, 3])
  expect(fresh).toHaveLength(1)
  expect(took(conversation, [posted(3)]).conversation.messages).toHaveLength(3)
})

test('a gap changes nothing, before the first event or inside', () => {
  expect(receive(start, [posted(4)])).toBe('gap')
  expect(receive(start, [posted(3), posted(5)])).toBe('gap')
})

test('an event that is not about a message only moves the cursor', () => {
  const { conversation } = took(start, [{ seq: 3, name: 'other', message: null, clientId: null }])
  expect(conversation).toMatchObject({ cursor: 3, messages: start.messages })
})

test('an answer goes to its thread: the main order stays, and the root counts it', () => {
  const { conversation, fresh } = took(start, [answer(3)])
  expect(conversation.messages.map(({ id, answers }) => [id, answers])).toEqual([
    ['m1', 1],
    ['m2', 0],
  ])
  expect(fresh.map(({ id }) => id)).toEqual(['m3'])
  expect(conversation.threads).toEqual({})
})

test('what was read out and no longer stands is named, in a folded thread too', () => {
  const said = took(start, [posted(3), answer(4)])
  expect(said.changed).toEqual([])
  const { conversation, changed } = took(said.conversation, [
    { seq: 5, name: 'message-hidden', message: message(3, { state: 'hidden', text: null }), clientId: null },
    {
      seq: 6,
      name: 'message-withdrawn',
      message: message(4, { state: 'withdrawn', text: null, rootId: 'm1' }),
      clientId: null,
    },
  ])
  expect(changed).toEqual(['m3', 'm4'])
  expect(conversation.messages.at(-1)).toMatchObject({ id: 'm3', text: null })
})

test('an open thread grows in place, and asks no more once it is folded', () => {
  const open = unfold(start, 'm1', { messages: [], olderThan: null })
  const grown = took(open, [answer(3), posted(4), answer(5, { answers: 2 })]).conversation
  expect(grown.threads['m1']?.messages.map(({ id, answers }) => [id, answers])).toEqual([
    ['m3', 2],
    ['m5', 2],
  ])
  expect(grown.messages.map(({ id }) => id)).toEqual(['m1', 'm2', 'm4'])
  const folded = took(fold(grown, 'm1'), [answer(6, { answers: 3 })]).conversation
  expect(folded.threads).toEqual({})
  expect(folded.messages[0]?.answers).toBe(3)
})

test('a long thread comes in pages that neither skip nor repeat', () => {
  const part = unfold(start, 'm1', { messages: [message(8, { rootId: 'm1' })], olderThan: 8 })
  const whole = unfold(part, 'm1', {
    messages: [message(7, { rootId: 'm1' }), message(8, { rootId: 'm1' })],
    olderThan: null,
  })
  expect(whole.threads['m1']?.messages.map(({ seq }) => seq)).toEqual([7, 8])
  expect(whole.threads['m1']?.olderThan).toBeNull()
})

test('a message that comes back takes its new place, and is fresh again', () => {
  const aside = message(1, { state: 'parked', text: null, author: null, name: null })
  const parked = took(start, [
    { seq: 3, name: 'message-parked', message: aside, clientId: null },
    posted(4),
  ]).conversation
  const { conversation, fresh } = took(parked, [
    { seq: 5, name: 'message-returned', message: { ...message(1), seq: 5 }, clientId: 'c1' },
  ])
  expect(conversation.messages.map(({ id }) => id)).toEqual(['m2', 'm4', 'm1'])
  expect(fresh.map(({ id }) => id)).toEqual(['m1'])
})

function reacted(seq: number, messageId: string, counts: MessageShown['reactions']): EventShown {
  return {
    seq,
    name: 'message-reacted',
    message: null,
    clientId: null,
    reactions: { messageId, counts },
  }
}

test('reactions are counted wherever the message is shown, and bring no message with them', () => {
  const open = unfold(start, 'm1', { messages: [message(2, { id: 'a', rootId: 'm1' })], olderThan: null })
  const { conversation, fresh } = took(open, [
    reacted(3, 'm2', { agree: 4 }),
    reacted(4, 'a', { thanks: 1 }),
    reacted(5, 'nowhere', { thanks: 1 }),
  ])
  expect(conversation.messages.map(({ reactions }) => reactions)).toEqual([{}, { agree: 4 }])
  expect(conversation.threads['m1']?.messages[0]?.reactions).toEqual({ thanks: 1 })
  expect(fresh).toEqual([])
  expect(took(conversation, [reacted(6, 'm2', {})]).conversation.messages[1]?.reactions).toEqual({})
})

test('an edit replaces in place and in the quotations; a hiding takes the quotation away', () => {
  const answered = took(unfold(start, 'm1', { messages: [], olderThan: null }), [answer(3)]).conversation
  const edited = took(answered, [
    { seq: 4, name: 'message-edited', message: message(1, { text: 'nuovo', answers: 1 }), clientId: null },
  ]).conversation
  expect(edited.messages.map(({ text }) => text)).toEqual(['nuovo', 'testo 2'])
  expect(edited.threads['m1']?.messages[0]?.replyTo?.text).toBe('nuovo')
  const gone = message(1, { state: 'hidden', text: null, name: null, author: null, answers: 1 })
  const hidden = took(edited, [
    { seq: 5, name: 'message-hidden', message: gone, clientId: null },
  ]).conversation
  expect(hidden.threads['m1']?.messages[0]?.replyTo).toMatchObject({ name: null, text: null })
  expect(JSON.stringify(hidden)).not.toContain('nuovo')
})

test('an edit of a message that is not loaded waits for its page', () => {
  const part: Conversation = {
    ...start,
    cursor: 12,
    messages: [message(11), message(12)],
    olderThan: 11,
  }
  const { conversation } = took(part, [
    { seq: 13, name: 'message-edited', message: message(5), clientId: null },
  ])
  expect(conversation.messages.map(({ seq }) => seq)).toEqual([11, 12])
  const whole = prepend(conversation, { messages: [message(5), message(11)], olderThan: null })
  expect(whole.messages.map(({ seq }) => seq)).toEqual([5, 11, 12])
})

test('the reader whose own message is hidden asks why', () => {
  const mine = { ...start, messages: [message(1, { author: 'me' }), message(2)] }
  const gone = message(1, { state: 'hidden', text: null, name: null, author: null })
  const { conversation, askAgainAfter } = took(mine, [
    { seq: 3, name: 'message-hidden', message: gone, clientId: null },
  ])
  expect(askAgainAfter).toBe(2)
  const own = message(1, {
    state: 'hidden',
    author: 'me',
    hiddenFor: { reason: 'insult', note: 'Offende.' },
  })
  const settled = settle(conversation, [{ seq: 3, name: 'message-hidden', message: own, clientId: null }])
  expect(settled.messages[0]).toMatchObject({ text: 'testo 1', hiddenFor: { reason: 'insult' } })
  expect(
    took(start, [{ seq: 3, name: 'message-hidden', message: gone, clientId: null }]).askAgainAfter,
  ).toBeNull()
})

test('a closed room stays closed, and its last messages are still taken', () => {
  const closed: EventShown = { seq: 4, name: 'consultation-closed', message: null, clientId: null }
  const { conversation } = took(start, [posted(3), closed])
  expect(conversation).toMatchObject({ isOpen: false, cursor: 4, messages: { length: 3 } })
  expect(took(start, [{ ...closed, seq: 3, name: 'other' }]).conversation.isOpen).toBe(true)
})

test('a reader who takes back their own words still knows that they were theirs', () => {
  const mine: Conversation = { ...start, messages: [message(1, { author: 'me' }), message(2)] }
  const gone = message(1, { state: 'withdrawn', author: null, name: null, text: null })
  const withdrawn = { seq: 3, name: 'message-withdrawn', message: gone, clientId: 'c1' }
  const { conversation } = took(mine, [withdrawn])
  expect(conversation.messages[0]).toEqual({ ...gone, author: 'me' })
})
