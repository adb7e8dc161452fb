import type { Question } from '../../surveys/contract.ts'
import type { FieldRefusal } from '../../refusal.ts'
import { responseLimits } from '../words.ts'

/** What only the database knows: which places there are, and which files belong to this response. */
export type Known = { territories: ReadonlySet<string>; files: ReadonlyMap<string, string> }

/** What is wrong with a value that is not empty, by the type of its question alone; choices are judged where they are known. */
export function checkValue(
  { type, appearance, parameters }: Question,
  value: string,
  { path, known }: { path: string; known: Known },
): FieldRefusal | undefined {
  switch (type) {
    case 'integer':
      return /^-?\d{1,15}$/.test(value) ? undefined : { reason: 'not-a-number' }
    case 'decimal':
      return /^-?\d{1,15}(\.\d{1,15})?$/.test(value) ? undefined : { reason: 'not-a-number' }
    case 'range':
      return checkRange(parameters, value)
    case 'date':
      return isDay(value) ? undefined : { reason: 'not-a-day' }
    case 'time':
      return isTime(value) ? undefined : { reason: 'not-a-time' }
    case 'dateTime': {
      const [day = '', time = '', more] = value.split('T')
      return isDay(day) && isTime(time) && more === undefined ? undefined : { reason: 'not-a-day' }
    }
    case 'geopoint':
      return areCoordinates(value) ? undefined : { reason: 'not-coordinates' }
    case 'acknowledge':
      return value === 'OK' ? undefined : { reason: 'not-valid' }
    case 'image':
    case 'audio':
    case 'file':
      return known.files.get(value) === path ? undefined : { reason: 'not-valid' }
    case 'text': {
      if (appearance.includes('place'))
        return known.territories.has(value) ? undefined : { reason: 'not-in-list' }
      const most = responseLimits.text
      return value.length <= most ? undefined : { reason: 'too-long', values: { most } }
    }
    case 'select_one':
    case 'select_multiple':
    case 'rank':
    case 'note':
    case 'calculate':
    case 'hidden':
      return undefined
  }
}

function checkRange(parameters: Question['parameters'], value: string): FieldRefusal | undefined {
  const { start, end, step } = rangeOf(parameters)
  const number = Number(value)
  if (!/^-?\d{1,15}(\.\d{1,15})?$/.test(value)) return { reason: 'not-a-number' }
  if (number < start) return { reason: 'too-small', values: { least: start } }
  if (number > end) return { reason: 'too-big', values: { most: end } }
  const steps = (number - start) / step
  // Tenths are not whole in binary; what is a thousandth of a step away is on it.
  return Math.abs(steps - Math.round(steps)) < 0.001 ? undefined : { reason: 'not-on-step', values: { step } }
}

export function rangeOf(parameters: Question['parameters']): { start: number; end: number; step: number } {
  const { start = '1', end = '10', step = '1' } = parameters
  return { start: Number(start), end: Number(end), step: Number(step) }
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const moment = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === text
}

function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}

function areCoordinates(text: string): boolean {
  const [latitude, longitude, altitude, accuracy, more] = text.split(' ').map(Number)
  if (latitude === undefined || longitude === undefined || altitude === undefined) return false
  if (accuracy === undefined || more !== undefined || Number.isNaN(altitude + accuracy)) return false
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && accuracy >= 0
}
