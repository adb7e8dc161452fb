import type { QuestionType } from '../../surveys/contract.ts'
import { valueOf } from './judge.ts'
import { otherChoice, type QuestionPlace } from './lay-out.ts'

/** A question's answer as one value, and the text beside `other`. */
export type Posted = { value: string; other?: string }
type Left = Map<string, string[]>

/** Takes what was posted under a name: what is left in the end belongs to no question. */
export function take(left: Left, name: string): string[] | undefined {
  const found = left.get(name)
  left.delete(name)
  return found
}

/** What was posted for a question, in however many fields its type is asked; undefined when it was not on the page. */
export function postedFor(place: QuestionPlace, left: Left): Posted | undefined {
  const { path, item } = place
  const other = item.other ? take(left, `${path}_other`)?.at(-1) : undefined
  const value = (takers[item.type] ?? last)({
    place,
    given: take(left, path),
    part: (name) => take(left, `${path}~${name}`)?.at(-1),
    left,
  })
  if (value === undefined && other === undefined) return undefined
  // Whoever writes what else, and chooses nothing, has chosen that.
  if (value === '' && other?.trim()) return { value: otherChoice, other }
  return { value: value ?? valueOf(place), ...(other === undefined ? {} : { other }) }
}

type Given = {
  place: QuestionPlace
  given: string[] | undefined
  part: (name: string) => string | undefined
  left: Left
}

const last = ({ given }: Given) => given?.at(-1)
const file = ({ given, part }: Given) => (part('drop') === 'yes' ? '' : given?.at(-1))

const takers: Partial<Record<QuestionType, (given: Given) => string | undefined>> = {
  // Two at once are no choice of this question: kept together they are refused as that.
  select_one: ({ given }) => given?.filter(Boolean).join(' '),
  // Boxes that are not ticked send nothing: an empty value beside them says that they were there.
  select_multiple: ({ given }) =>
    given
      ?.flatMap((each) => each.split(' '))
      .filter(Boolean)
      .join(' '),
  rank: ({ place, given, left }) => ranked(place.path, left) ?? given?.at(-1),
  geopoint: coordinates,
  text: (given) =>
    given.place.item.appearance.includes('place') ? (placeWithin(given) ?? last(given)) : last(given),
  image: file,
  audio: file,
  file,
}

function coordinates({ given, part }: Given): string | undefined {
  const [latitude, longitude, altitude, accuracy] = ['lat', 'lon', 'alt', 'acc'].map(part)
  if (latitude === undefined && longitude === undefined) return given?.at(-1)
  const [lat, lon] = [numberTyped(latitude ?? ''), numberTyped(longitude ?? '')]
  return lat === '' && lon === '' ? '' : [lat || '-', lon || '-', altitude || '0', accuracy || '0'].join(' ')
}

/**
 * The narrowest of the three that lies in the others. A page without scripts says for which region and province its lists were
 * drawn: what was left over in the list of another is none.
 */
function placeWithin({ part }: Given): string | undefined {
  const [region, province, municipality, drawnFor] = ['region', 'province', 'municipality', 'of'].map(part)
  if (region === undefined && province === undefined && municipality === undefined) return undefined
  const [regionDrawn, provinceDrawn] = drawnFor?.split(' ') ?? [region, province]
  if (region !== regionDrawn) return region ?? ''
  if (province !== provinceDrawn) return province || (region ?? '')
  if (municipality && municipality.startsWith(province ?? '')) return municipality
  return province || (region ?? '')
}

/** `topic~bread=2`: the place that was given to each choice. Whole, it is the names in their order. */
function ranked(path: string, left: Left): string | undefined {
  const given = [...left.keys()].filter((name) => name.startsWith(`${path}~`))
  if (given.length === 0) return undefined
  const places = given.map((name) => ({
    choice: name.slice(path.length + 1),
    place: take(left, name)?.at(-1) ?? '',
  }))
  const set = places.filter(({ place }) => place !== '')
  if (set.length === 0) return ''
  const isWhole = places.every((_, at) => set.filter(({ place }) => place === String(at + 1)).length === 1)
  const inOrder = set.toSorted((one, other) => Number(one.place) - Number(other.place))
  const value = inOrder.map(({ choice, place }) => (isWhole ? choice : `${place}=${choice}`)).join(' ')
  return isWhole ? value : `?${value}`
}

/** As it is kept: digits of other scripts are the same digits, a comma in a number is a point, seconds are nobody's answer. */
export function normal(type: QuestionType, typed: string): string {
  const text = typed.normalize('NFC').replaceAll('\u0000', '').replace(/\r\n?/g, '\n').trim()
  if (type === 'integer' || type === 'decimal' || type === 'range') return numberTyped(text)
  if (type === 'dateTime') return text.replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d):\d\d(\.\d+)?$/, '$1')
  return type === 'time' ? text.replace(/^(\d\d:\d\d):\d\d$/, '$1') : text
}

function numberTyped(text: string): string {
  return text
    .trim()
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[,٫]/, '.')
    .replace(/^\+/, '')
}
