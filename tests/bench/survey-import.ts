import { readForm } from '#server/surveys/xlsform/read-form.ts'
import { workbookOf } from '#tests/server/surveys/workbooks.ts'

const rows = 500
const rounds = 10

/** How long an XLSForm of 500 rows takes to become a survey, unzipped, read and checked, in milliseconds: the middle of ten. */
export async function importMilliseconds(): Promise<number> {
  const file = await workbookOf(aLongForm())
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const before = performance.now()
    const { form, problems } = await readForm(file)
    times.push(performance.now() - before)
    if (!form) throw new Error(JSON.stringify(problems))
  }
  return times.sort((a, b) => a - b)[rounds / 2] ?? 0
}

/** Groups of ten questions in two languages, each with a condition on the one before and a constraint. */
function aLongForm() {
  const headings =
    'type | name | label::Italiano (it) | label::العربية (ar) | hint::Italiano (it) | relevant | constraint'
  const survey = Array.from({ length: rows }, (_, n) => {
    const place = n % 10
    if (place === 0) return `begin_group | g${n} | Parte ${n} | جزء ${n} | | |`
    if (place === 9) return 'end_group | | | | | |'
    const before = place === 1 ? '' : `\${q${n - 1}} != '' and string-length(\${q${n - 1}}) < 100`
    const type = ['text', 'integer', 'select_one yn', 'date'][n % 4] ?? 'text'
    return `${type} | q${n} | Domanda numero ${n}? | السؤال رقم ${n}؟ | Rispondi se puoi | ${before} | . != 'x${n}'`
  })
  return {
    survey: [headings, ...survey].join('\n'),
    choices:
      'list_name | name | label::Italiano (it) | label::العربية (ar)\nyn | si | Sì | نعم\nyn | no | No | لا',
    settings: 'form_title | default_language\nMolte domande | Italiano (it)',
  }
}
