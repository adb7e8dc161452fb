import type { QuestionType } from '../contract.ts'
import type { SheetReason } from '../words.ts'
import { nearest } from '../expressions/nearest.ts'

export type TypeRead =
  | { is: 'question'; type: QuestionType; list?: string; other?: true }
  | { is: 'begin'; what: 'group' | 'repeat' }
  | { is: 'end'; what: 'group' | 'repeat' }
  | { is: 'unasked'; type: string }
  | { is: 'wrong'; reason: SheetReason; values: Record<string, string> }

const alone: Record<string, QuestionType> = {
  text: 'text',
  string: 'text',
  'phone number': 'text',
  integer: 'integer',
  int: 'integer',
  decimal: 'decimal',
  range: 'range',
  date: 'date',
  time: 'time',
  datetime: 'dateTime',
  note: 'note',
  acknowledge: 'acknowledge',
  trigger: 'acknowledge',
  image: 'image',
  photo: 'image',
  audio: 'audio',
  file: 'file',
  geopoint: 'geopoint',
  gps: 'geopoint',
  location: 'geopoint',
  calculate: 'calculate',
  hidden: 'hidden',
}

const withList: Record<string, 'select_one' | 'select_multiple' | 'rank'> = {
  select_one: 'select_one',
  select1: 'select_one',
  select_multiple: 'select_multiple',
  select: 'select_multiple',
  rank: 'rank',
}

/** What phones note by themselves. A survey here notes nothing of the person's device or hour, so these rows ask nothing. */
const unasked = [
  'start',
  'end',
  'today',
  'deviceid',
  'device_id',
  'username',
  'phonenumber',
  'email',
  'simserial',
  'subscriberid',
  'audit',
  'start-geopoint',
  'background-audio',
  'background-geopoint',
]

const unsupported = [
  'barcode',
  'video',
  'geotrace',
  'geoshape',
  'osm',
  'begin_loop',
  'end_loop',
  'select_one_external',
  'select_one_from_file',
  'select_multiple_from_file',
  'csv-external',
  'xml-external',
]

/** The type column: `select_one list or_other`, `begin group`, `text`… in any of the ways XLSForm has allowed. */
export function readType(written: string): TypeRead {
  const words = asNow(written).split(/\s+/)
  const [first = '', second = ''] = words.map((word) => word.toLowerCase())
  const bound = /^(begin|end)(?:_|\s)+(group|repeat)$/.exec(words.slice(0, 2).join(' ').toLowerCase().trim())
  if (bound) return { is: bound[1] as 'begin' | 'end', what: bound[2] as 'group' | 'repeat' }
  if (unasked.includes(first)) return { is: 'unasked', type: first }
  if (unsupported.includes(first)) return wrong('unsupported-type', { type: first })
  const spaced = `${first}_${second}`
  const [choosing, rest] = withList[spaced]
    ? [withList[spaced], words.slice(2)]
    : [withList[first], words.slice(1)]
  if (choosing) {
    const list = rest[0]
    if (list === undefined) return wrong('type-without-list', { type: choosing })
    const more = rest.slice(1).join(' ').toLowerCase()
    if (more === '') return { is: 'question', type: choosing, list }
    if (/^or[_ ](?:specify[_ ])?other$/.test(more) && choosing !== 'rank') {
      return { is: 'question', type: choosing, list, other: true }
    }
    return wrong('type-with-more', { type: choosing, more })
  }
  const type = alone[words.join(' ').toLowerCase()]
  if (type) return { is: 'question', type }
  return wrong('unknown-type', {
    type: written.trim(),
    nearest: nearest(first, [...Object.keys(alone), ...Object.keys(withList), 'begin_group', 'end_group']),
  })
}

/** The sentences in which spreadsheets of XLSForm's first years name a type, in the words of today. */
function asNow(written: string): string {
  return written
    .trim()
    .replace(/^(?:add\s+)?select\s+one(?:\s+prompt)?\s+(?:from|using)\s+/i, 'select_one ')
    .replace(
      /^(?:add\s+)?select\s+(?:all\s+that\s+apply|multiple)(?:\s+prompt)?\s+(?:from|using)\s+/i,
      'select_multiple ',
    )
    .replace(/^(select_one|select_multiple)\s+from\s+/i, '$1 ')
    .replace(/^uri:(deviceid|phonenumber|simserial|subscriberid|username|email)$/i, '$1')
}

function wrong(reason: SheetReason, values: Record<string, string>): TypeRead {
  return { is: 'wrong', reason, values }
}
