/** What a form of the decisions lets one write, in characters or minutes. */
export const decisionLimits = {
  motion: 1500,
  title: 160,
  addressee: 200,
  voteMinutes: 1440,
  decision: 1500,
  task: 500,
  office: 200,
  note: 1000,
}

/** How long a vote in the room is open until the chair says otherwise, in minutes. */
export const usualVoteMinutes = 10

/** Where a motion is: it waits for the chair, was taken back, or was put to the vote. */
export const motionStates = ['moved', 'withdrawn', 'put'] as const
export type MotionState = (typeof motionStates)[number]

export const taskStates = ['open', 'overdue', 'done'] as const
export type TaskState = (typeof taskStates)[number]
