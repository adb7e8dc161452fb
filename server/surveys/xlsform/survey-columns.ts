import type { TypeRead } from './question-types.ts'

/** What the survey sheet may say, and the other names that XLSForm has had for it. */
export const words = {
  plain: [
    'type',
    'name',
    'required',
    'relevant',
    'constraint',
    'calculation',
    'choice_filter',
    'appearance',
    'default',
    'read_only',
    'repeat_count',
    'parameters',
  ],
  translated: ['label', 'hint', 'guidance_hint', 'required_message', 'constraint_message'],
  alias: {
    caption: 'label',
    relevance: 'relevant',
    'bind::relevant': 'relevant',
    'bind::constraint': 'constraint',
    'bind::required': 'required',
    'bind::calculate': 'calculation',
    'bind::readonly': 'read_only',
    calculate: 'calculation',
    readonly: 'read_only',
    'bind::jr:constraintmsg': 'constraint_message',
    constraint_msg: 'constraint_message',
    constraintmsg: 'constraint_message',
    'bind::jr:requiredmsg': 'required_message',
    'jr:count': 'repeat_count',
    'control::appearance': 'appearance',
  },
}

const ofAll = ['type', 'name', 'label', 'hint', 'appearance', 'relevant']

/** The columns that mean something for a row of this type. */
export function usedBy(read: TypeRead): readonly string[] {
  if (read.is === 'question') {
    return [...words.plain, ...words.translated].filter((column) => column !== 'repeat_count')
  }
  return read.is === 'begin' && read.what === 'repeat' ? [...ofAll, 'repeat_count'] : ofAll
}
