// The editor in the browser and the server read and write documents by the same few pure functions. They
// hold no state and load no zod, so a second copy in the browser is harmless.
export * from './shape.ts'
export { safeLink } from './links.ts'
export { tidyDocument } from './tidy.ts'
export type { LooseNode } from './tidy.ts'
export { documentFromText } from './from-text.ts'
export { plainTextOf, textOf } from './to-text.ts'
