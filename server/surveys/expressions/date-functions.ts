import { daysOf, formatMoment, momentWritten, partOfDay, startOfDay } from './dates.ts'
import { asMoment, asText, type Scope, type Value } from './values.ts'

type Worked = (given: Value[], scope: Scope) => Value

const moment: Worked = ([given = ''], { surroundings }) => asMoment(given, surroundings.zone)

const format: Worked = ([given = '', pattern = ''], scope) => {
  const { zone, language } = scope.surroundings
  const signs = asText(pattern, zone)
  const shown = formatMoment(asMoment(given, zone), signs, { zone, language })
  if (shown === undefined) throw scope.problem('bad-date-format', { pattern: signs })
  return shown
}

/** Functions of dates (ODK XForms specification): days are counted since 1970, and begin at midnight in the survey's zone. */
export const dateFunctions = {
  today: (_, { surroundings }) => startOfDay(surroundings.now, surroundings.zone),
  now: (_, { surroundings }) => ({ ms: surroundings.now }),
  date: moment,
  'date-time': moment,
  'format-date': format,
  'format-date-time': format,
  'decimal-date-time': ([given = ''], { surroundings: { zone } }) =>
    typeof given === 'number' ? given : daysOf({ ms: momentWritten(asText(given, zone), zone) }),
  'decimal-time': ([given = ''], { surroundings: { zone, now } }) =>
    typeof given === 'number' ? NaN : partOfDay(asText(given, zone), now, zone),
} satisfies Record<string, Worked>
