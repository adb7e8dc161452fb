export { type Analysis, analyse } from './analyse.ts'
export { letterOf } from './letters.ts'
export { readComments } from './read-comments.ts'
export { readVotes } from './read-votes.ts'
