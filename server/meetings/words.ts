/** What a form of a meeting lets one write, in characters, minutes, per cent or pieces. */
export const meetingLimits = {
  title: 160,
  place: 300,
  itemTitle: 200,
  itemMinutes: 600,
  items: 60,
  outcome: 1000,
  papers: 12,
  paperTitle: 200,
  paperText: 8000,
  paperLink: 500,
  cancelReason: 300,
}

/** What a ready item is given until the chair says otherwise. */
export const usualItemMinutes = 15

export const meetingStates = ['called', 'open', 'closed', 'cancelled'] as const
export type MeetingState = (typeof meetingStates)[number]

export const itemStates = ['waiting', 'running', 'closed', 'carried'] as const
export type ItemState = (typeof itemStates)[number]

/** How an item ended: talked over, agreed without a vote, decided by a vote, or without an agreement. */
export const itemEndings = ['discussed', 'agreed', 'decided', 'not-agreed'] as const
export type ItemEnding = (typeof itemEndings)[number]
