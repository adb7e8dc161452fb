// What is worked out the same on the server and in a page: nothing here, or behind it, is of either.
export { placesOf, spokenIn, surroundingsOf } from '../surroundings.ts'
export type { AnswerNode, Places } from './answer-node.ts'
export { evaluate } from './evaluate.ts'
export { matches } from './pattern.ts'
export { childrenOf, type Tree } from './tree.ts'
export { asBoolean, asText, type Surroundings } from './values.ts'
