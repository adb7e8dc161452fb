import { register } from 'tsx/esm/api'

// A thread of its own does not inherit how TypeScript is read; the build has this worker as plain JavaScript.
register()
await import('./workbook-worker.ts')
