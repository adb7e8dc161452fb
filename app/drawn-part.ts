import { createContext } from 'react'

export type Part = { part: 'whole' } | { part: 'content' } | { part: 'frame'; contentMark: string }

/**
 * Which part of a page is being drawn. One without scripts is drawn in two, its frame and its content, because one
 * content goes into the frames of many people; a page that hydrates is drawn whole.
 */
export const DrawnPart = createContext<Part>({ part: 'whole' })
