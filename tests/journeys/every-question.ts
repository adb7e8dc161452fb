import type { Written } from '#tests/server/surveys/workbooks.ts'

/** One line a row of the sheet: what is not said stands empty. */
type Row = Partial<Record<(typeof columns)[number], string>> & { type: string }

const columns = [
  'type',
  'name',
  'label::Italiano (it)',
  'label::العربية (ar)',
  'hint::Italiano (it)',
  'hint::العربية (ar)',
  'required',
  'relevant',
  'appearance',
  'constraint',
  'constraint_message::Italiano (it)',
  'constraint_message::العربية (ar)',
  'calculation',
  'default',
  'read_only',
  'choice_filter',
  'parameters',
] as const

const asked = (
  type: string,
  name: string,
  italian: string,
  arabic: string,
  more: Partial<Row> = {},
): Row => ({
  ...more,
  type,
  name,
  'label::Italiano (it)': italian,
  'label::العربية (ar)': arabic,
})
const group = (name: string, italian: string, arabic: string, inside: Row[], appearance = 'field-list') => [
  asked('begin_group', name, italian, arabic, { appearance }),
  ...inside,
  { type: 'end_group' },
]
const repeat = (name: string, italian: string, arabic: string, inside: Row[]) => [
  asked('begin_repeat', name, italian, arabic),
  ...inside,
  { type: 'end_repeat' },
]

const rows: Row[] = [
  ...group('you', 'Tu e il lavoro', 'أنت والعمل', [
    asked('text', 'name', 'Come ti chiamano?', 'ماذا يسمّونك؟', { default: 'Amico' }),
    asked('note', 'hello', 'Ciao ${name}, grazie di essere qui.', 'أهلًا ${name}، شكرًا لوجودك هنا.'),
    asked('select_one yn', 'works', 'Lavori?', 'هل تعمل؟', { required: 'yes' }),
    asked('text', 'place', 'Dove lavori?', 'أين تعمل؟', {
      required: 'yes',
      relevant: "${works} = 'yes'",
      'hint::Italiano (it)': 'Lo chiediamo a te, ${name}.',
      'hint::العربية (ar)': 'نسألك أنت يا ${name}.',
    }),
    asked('rank need', 'sooner', 'Che cosa ti serve prima, per lavorare?', 'ما الذي تحتاجه أولًا للعمل؟', {
      relevant: "${works} = 'yes'",
    }),
    asked('integer', 'age', 'Quanti anni hai?', 'كم عمرك؟', {
      constraint: '. >= 16 and . <= 99',
      'constraint_message::Italiano (it)': 'Scrivi un numero da 16 a 99.',
      'constraint_message::العربية (ar)': 'اكتب رقمًا من 16 إلى 99.',
    }),
    asked('select_one tongue or_other', 'tongue', 'Che lingua parli a casa?', 'أي لغة تتكلم في البيت؟'),
    asked('select_multiple need', 'needs', 'Che cosa ti serve?', 'ماذا تحتاج؟', {
      constraint: 'count-selected(.) <= 2',
      'constraint_message::Italiano (it)': 'Scegli al massimo due cose.',
      'constraint_message::العربية (ar)': 'اختر شيئين على الأكثر.',
    }),
  ]),
  ...group('order', 'In ordine', 'بالترتيب', [
    asked('rank need', 'first', 'Che cosa viene prima?', 'ما الذي يأتي أولًا؟', { required: 'yes' }),
  ]),
  ...group('where', 'Dove', 'أين', [
    asked('text', 'town', 'Dove vivi?', 'أين تسكن؟', { appearance: 'place', required: 'yes' }),
    asked('geopoint', 'point', 'Dove si ferma l’autobus?', 'أين تقف الحافلة؟'),
    asked('select_one area', 'area', 'In quale zona lavori?', 'في أي منطقة تعمل؟'),
    asked('select_one desk', 'desk', 'Quale sportello usi?', 'أي مكتب تستعمل؟', {
      choice_filter: 'area = ${area}',
    }),
  ]),
  ...group(
    'how',
    'Quanto spesso',
    'كم مرة',
    [
      asked('select_one often', 'bus', 'Prendi l’autobus, ${name}?', 'هل تركب الحافلة يا ${name}؟', {
        required: 'yes',
      }),
      asked('select_one often', 'health', 'Vai dal medico?', 'هل تذهب إلى الطبيب؟', {
        required: "${bus} = 'daily'",
      }),
      asked('select_one often', 'office', 'Vai agli uffici del comune?', 'هل تذهب إلى مكاتب البلدية؟'),
    ],
    'table-list',
  ),
  ...repeat('child', 'Figlia o figlio', 'ابن أو ابنة', [
    asked('text', 'called', 'Come si chiama?', 'ما اسمه؟', { required: 'yes' }),
    asked('integer', 'years', 'Quanti anni ha?', 'كم عمره؟'),
  ]),
  ...group('day', 'Un giorno', 'يوم', [
    asked('date', 'since', 'Da che giorno sei qui?', 'منذ أي يوم أنت هنا؟', {
      constraint: '. <= today()',
      'constraint_message::Italiano (it)': 'Scegli un giorno già passato.',
      'constraint_message::العربية (ar)': 'اختر يومًا مضى.',
    }),
    asked('time', 'wakes', 'A che ora ti alzi?', 'في أي ساعة تستيقظ؟', { required: '${hours} > 12' }),
    asked('datetime', 'met', 'Quando ci vediamo?', 'متى نلتقي؟'),
    asked('decimal', 'hours', 'Quante ore lavori al giorno?', 'كم ساعة تعمل في اليوم؟'),
    asked('calculate', 'weekly', 'Ore in una settimana', 'الساعات في الأسبوع', {
      calculation: '${hours} * 5',
    }),
    asked('note', 'sum', 'Sono ${weekly} ore in una settimana.', 'هذه ${weekly} ساعة في الأسبوع.'),
    asked('text', 'fixed', 'Chi ti risponde', 'من يجيبك', { default: 'La Regione', read_only: 'yes' }),
  ]),
  ...group('last', 'Per finire', 'في الختام', [
    asked('range', 'trust', 'Quanto ti fidi?', 'كم تثق؟', { parameters: 'start=1 end=5 step=1' }),
    asked('range', 'share', 'Quanta parte della paga va in casa?', 'كم من الأجر يذهب للسكن؟', {
      parameters: 'start=0 end=100 step=5',
    }),
    asked('select_one need', 'chance', 'Scegli una cosa sola', 'اختر شيئًا واحدًا', {
      parameters: 'randomize=true',
    }),
    asked('select_one need', 'short', 'E una seconda', 'وشيئًا ثانيًا', { appearance: 'minimal' }),
    asked('image', 'photo', 'Una foto, se vuoi', 'صورة إن أردت'),
    asked('text', 'story', 'Racconta con parole tue', 'احكِ بكلماتك', { appearance: 'multiline quotable' }),
    asked('acknowledge', 'agreed', 'Ho letto a che cosa serve', 'قرأتُ الغرض من هذا', { required: 'yes' }),
  ]),
  ...group(
    'about',
    'Qualcosa di te',
    'شيء عنك',
    [asked('select_one yn', 'studies', 'Studi?', 'هل تدرس؟')],
    'field-list background',
  ),
]

const choices = `list_name | name | label::Italiano (it) | label::العربية (ar) | area
  yn | yes | Sì | نعم |
  yn | no | No | لا |
  tongue | it | Italiano | الإيطالية |
  tongue | ar | Arabo | العربية |
  need | home | Una casa | سكن |
  need | bus | Un autobus che passa anche la sera | حافلة تمر في المساء أيضًا |
  need | papers | I documenti | الأوراق |
  area | coast | Sulla costa | على الساحل |
  area | inland | All’interno | في الداخل |
  desk | port | Sportello del porto | مكتب الميناء | coast
  desk | beach | Sportello della spiaggia | مكتب الشاطئ | coast
  desk | hill | Sportello della collina | مكتب التل | inland
  often | daily | Ogni giorno | كل يوم |
  often | weekly | Ogni settimana | كل أسبوع |
  often | never | Mai | أبدًا |`

const inACell = (text: string) => text.replaceAll('|', '¦')

/** A survey in two languages that asks one question of every kind, and some that depend on others. */
export const everyQuestion: Written = {
  survey: [
    columns.join(' | '),
    ...rows.map((row) => columns.map((column) => inACell(row[column] ?? '')).join(' | ')),
  ].join('\n'),
  choices,
  settings: 'form_title | default_language\nOgni domanda | Italiano (it)',
}
