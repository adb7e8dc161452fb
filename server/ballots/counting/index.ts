export {
  assentKinds,
  countAssent,
  hasQuorum,
  outcomeOfAssent,
  type AssentKind,
  type AssentResult,
} from './assent.ts'
export type { Budget } from './budget.ts'
export { countGreedy, type BudgetResult } from './count-by-votes.ts'
export { completions, countShares, type ShareResult } from './count-shares.ts'
export type { Election } from './election.ts'
export { utilities } from './equal-shares.ts'
export { countKnapsack } from './knapsack.ts'
export { count, forOneWinner, methods } from './methods.ts'
export { readAnswers } from './reading/answers.ts'
export { readPabulib } from './reading/pabulib.ts'
export { readElection } from './reading/read-election.ts'
export type { Result } from './result.ts'
export { ruleInWords } from './rule-words.ts'
export { writeAnswers, writeBlt, writePabulib, writePoints } from './writing.ts'
