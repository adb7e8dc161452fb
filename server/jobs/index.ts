export { listJobs } from './list-jobs.ts'
export { retryFailed } from './retry-failed.ts'
export { startJobs, type RunningJobs } from './start-jobs.ts'
