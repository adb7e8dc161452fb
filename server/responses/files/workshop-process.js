import { register } from 'tsx/esm/api'

// A process of its own does not inherit how TypeScript is read; the build has this one as plain JavaScript.
register()
await import('./workshop-process.ts')
