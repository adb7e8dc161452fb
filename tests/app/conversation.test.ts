import { expect, test } from 'vitest'
import { prepend, receive, settle, type Conversation } from '#app/live/conversation.ts'
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
    replyTo: null,
    postedAt: '2026-05-14T10:00:00.000Z',
    editedAt: null,
    hiddenFor: null,
    ...more,
  }
}

function posted(seq: number, more: Partial<MessageShown> = {}): EventShown {
  return { seq, name: 'message-posted', message: message(seq, more), clientId: `c${seq}` }
}

const start: Conversation = { cursor: 2, messages: [message(1), message(2)], olderThan: null, me: 'me' }

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

test('an edit replaces in place and in the quotations; a hiding takes the quotation away', () => {
  const answered = took(start, [
    posted(3, { replyTo: { id: 'm1', name: 'Ana', text: 'testo 1', language: 'it' } }),
  ]).conversation
  const edited = took(answered, [
    { seq: 4, name: 'message-edited', message: message(1, { text: 'nuovo' }), clientId: null },
  ]).conversation
  expect(edited.messages.map(({ text }) => text)).toEqual(['nuovo', 'testo 2', 'testo 3'])
  expect(edited.messages[2]?.replyTo?.text).toBe('nuovo')
  const gone = message(1, { state: 'hidden', text: null, name: null, author: null })
  const hidden = took(edited, [
    { seq: 5, name: 'message-hidden', message: gone, clientId: null },
  ]).conversation
  expect(hidden.messages[2]?.replyTo).toMatchObject({ name: null, text: null })
  expect(JSON.stringify(hidden)).not.toContain('nuovo')
})

test('an edit of a message that is not loaded waits for its page', () => {
  const part: Conversation = { ...start, cursor: 12, messages: [message(11), message(12)], olderThan: 11 }
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
