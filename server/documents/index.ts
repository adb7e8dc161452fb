export { acceptDocument } from './accept-document.ts'
export { safeLink } from './links.ts'
export { plainTextOf, textOf } from './words.ts'
