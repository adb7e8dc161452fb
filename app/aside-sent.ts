import { createContext } from 'react'

/**
 * Stands where a page hands its script what its loader answered as `aside`. Nothing of that is drawn, and it differs from reader to
 * reader where the page does not: put in afterwards, it leaves one drawing for all who come to an empty page of a survey.
 */
export const AsideSent = createContext('')
