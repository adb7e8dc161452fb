import type { Answered } from './answers.ts'
import type { Written } from './workbooks.ts'

/** A form, what somebody answered, and what its expressions then come to: `column of name` (with the turn of a repeat). */
export type SmallForm = Written & { answers?: Answered; comes?: Record<string, string> }

const yesNo = `
list_name | name | label
yn | yes | Sì
yn | no | No`

/** A form of calculations, each in a row of its own after the questions they look at. */
function calculating(
  questions: string,
  calculations: Record<string, string>,
  answers: Answered,
  comes: Record<string, string>,
): SmallForm {
  const rows = Object.entries(calculations).map(
    ([name, calculation]) => `calculate | ${name} | | ${calculation}`,
  )
  return {
    survey: ['type | name | label | calculation', questions.trim(), ...rows].join('\n'),
    answers: { ...answers, ...Object.fromEntries(Object.keys(calculations).map((name) => [name, ''])) },
    comes: Object.fromEntries(
      Object.entries(comes).map(([name, value]) => [`calculation of ${name}`, value]),
    ),
  }
}

export const forms: Record<string, SmallForm> = {
  text: { survey: 'type | name | label\ntext | nome | Come ti chiami?' },
  integer: {
    survey: `type | name | label | constraint | constraint_message
      integer | eta | Quanti anni hai? | . >= 0 and . <= 120 | Tra 0 e 120`,
    answers: { eta: '130' },
    comes: { 'constraint of eta': 'false' },
  },
  decimal: {
    survey: 'type | name | label | constraint\ndecimal | ore | Ore al giorno | . > 0.5 and . <= 24',
    answers: { ore: '7.5' },
    comes: { 'constraint of ore': 'true' },
  },
  'select one': {
    survey: 'type | name | label\nselect_one yn | lavora | Lavori?\ntext | dove | Dove?',
    choices: yesNo,
  },
  'select one in words of long ago': {
    survey: 'type | name | label\nselect one yn | lavora | Lavori?\nselect1 yn | studia | Studi?',
    choices: yesNo,
  },
  'select one with other': {
    survey: `type | name | label | relevant
      select_one lingua or_other | lingua | Che lingua parli? |
      text | perche | Perché? | \${lingua} = 'other'`,
    choices: 'list_name | name | label\nlingua | it | Italiano\nlingua | ar | العربية',
    answers: { lingua: 'other', perche: '' },
    comes: { 'relevant of perche': 'true' },
  },
  'select multiple': {
    survey: `type | name | label | constraint | relevant
      select_multiple aiuto | aiuto | Che aiuto serve? | count-selected(.) <= 2 |
      text | casa | Quale casa? | | selected(\${aiuto}, 'casa')`,
    choices:
      'list_name | name | label\naiuto | casa | Casa\naiuto | lavoro | Lavoro\naiuto | scuola | Scuola',
    answers: { aiuto: 'lavoro casa scuola', casa: '' },
    comes: { 'constraint of aiuto': 'false', 'relevant of casa': 'true' },
  },
  'choices in an order by chance': {
    survey: 'type | name | label | parameters\nselect_one yn | scelta | Scegli | randomize=true seed=42',
    choices: yesNo,
  },
  rank: {
    survey: `type | name | label | calculation
      rank temi | ordine | Metti in ordine |
      calculate | primo | | selected-at(\${ordine}, 0)`,
    choices: 'list_name | name | label\ntemi | a | Casa\ntemi | b | Lavoro\ntemi | c | Salute',
    answers: { ordine: 'c a b', primo: '' },
    comes: { 'calculation of primo': 'c' },
  },
  range: {
    survey:
      'type | name | label | parameters | appearance\nrange | voto | Da 1 a 5 | start=1 end=5 step=1 | rating',
  },
  date: {
    survey: `type | name | label | constraint
      date | arrivo | Quando sei arrivato? | . <= today() and . > date('1950-01-01')`,
    answers: { arrivo: '2019-10-27' },
    comes: { 'constraint of arrivo': 'true' },
  },
  'time and moment': {
    survey: `type | name | label | calculation
      time | ora | A che ora? |
      dateTime | quando | Quando? |
      calculate | giorno | | format-date-time(\${quando}, '%d/%m/%Y %H:%M')
      calculate | parte | | round(decimal-time(\${ora}), 2)`,
    answers: { ora: '06:00:00.000+01:00', quando: '2026-05-14T18:30:00.000+02:00', giorno: '', parte: '' },
    comes: { 'calculation of giorno': '14/05/2026 18:30', 'calculation of parte': '0.25' },
  },
  'note that says an answer': {
    survey: 'type | name | label\ntext | nome | Nome\nnote | saluto | Grazie, ${nome}!',
  },
  acknowledge: {
    survey:
      'type | name | label | required | required_message\nacknowledge | consenso | Acconsento | yes | Serve il consenso',
  },
  'image, audio and file': {
    survey:
      'type | name | label\nimage | foto | Foto\naudio | voce | Voce\nfile | carta | Documento\nphoto | altra | Altra',
  },
  'coordinates if offered': { survey: 'type | name | label | required\ngeopoint | luogo | Dove sei? | no' },
  'region, province, municipality': {
    survey: `type | name | label | choice_filter
      select_one regione | regione | Regione |
      select_one provincia | provincia | Provincia | region = \${regione}
      select_one comune | comune | Comune | province = \${provincia} and not(closed = 'yes')`,
    choices: `list_name | name | label | region | province | closed
      regione | 19 | Sicilia | | |
      regione | 16 | Puglia | | |
      provincia | 082 | Palermo | 19 | |
      provincia | 072 | Bari | 16 | |
      comune | 082053 | Palermo | | 082 |
      comune | 072006 | Bari | | 072 | yes`,
    answers: { regione: '19', provincia: '082', comune: '' },
    comes: { 'choices of provincia': '082', 'choices of comune': '082053' },
  },
  'a name under each parent': {
    survey: `type | name | label | choice_filter
      select_one citta | citta | Città |
      select_one zona | zona | Zona | citta = \${citta}`,
    choices: `list_name | name | label | citta
      citta | pa | Palermo |
      citta | ct | Catania |
      zona | centro | Centro | pa
      zona | centro | Centro | ct
      zona | mare | Mare | ct`,
    settings: 'allow_choice_duplicates\nyes',
    answers: { citta: 'ct', zona: '' },
    comes: { 'choices of zona': 'centro mare' },
  },
  hidden: {
    survey: 'type | name | label | default\nhidden | origine | | volantino\ntext | nome | Nome |',
  },
  groups: {
    survey: `type | name | label | appearance | relevant
      begin_group | casa | La casa | field-list |
      integer | stanze | Stanze | |
      begin group | fuori | Fuori | | \${stanze} > 2
      text | giardino | Giardino | |
      end group | | | |
      end_group | casa | | |`,
    answers: { casa: { stanze: '3', fuori: { giardino: '' } } },
    comes: { 'relevant of casa/fuori': 'true' },
  },
  matrix: {
    survey: `type | name | label | appearance
      begin_group | tabella | Quanto sei d'accordo? | table-list
      select_one yn | uno | La scuola |
      select_one yn | due | La salute |
      end_group | | |`,
    choices: yesNo,
  },
  repeat: {
    survey: `type | name | label | calculation | relevant
      begin_repeat | figlio | Figli | |
      text | nome | Nome | |
      integer | anni | Anni | |
      text | scuola | Scuola di \${nome} | | \${anni} >= 6
      calculate | turno | | position(..) |
      end_repeat | | | |
      calculate | tutti | | sum(\${anni}) |
      calculate | quanti | | count(\${figlio}) |
      calculate | nomi | | join(', ', \${nome}) |
      calculate | secondo | | indexed-repeat(\${nome}, \${figlio}, 2) |`,
    answers: {
      figlio: [
        { nome: 'Ali', anni: '4', scuola: '', turno: '' },
        { nome: 'Bea', anni: '9', scuola: '', turno: '' },
      ],
      tutti: '',
      quanti: '',
      nomi: '',
      secondo: '',
    },
    comes: {
      'relevant of figlio:1/scuola': 'false',
      'relevant of figlio:2/scuola': 'true',
      'calculation of figlio:2/turno': '2',
      'calculation of tutti': '13',
      'calculation of quanti': '2',
      'calculation of nomi': 'Ali, Bea',
      'calculation of secondo': 'Bea',
    },
  },
  'repeat so many times': {
    survey: `type | name | label | repeat_count
      integer | quanti | Quanti siete? |
      begin repeat | persona | Persona | \${quanti}
      text | nome | Nome |
      end repeat | | |`,
    answers: { quanti: '3', persona: [{ nome: '' }] },
    comes: { 'repeat_count of persona': '3' },
  },
  'repeat in a repeat': {
    survey: `type | name | label | calculation
      begin_repeat | casa | Casa |
      begin_repeat | stanza | Stanza |
      integer | letti | Letti |
      calculate | dove | | concat(position(../..), '-', position(..))
      end_repeat | | |
      calculate | totale | | sum(\${letti})
      end_repeat | | |
      calculate | insieme | | sum(\${letti})`,
    answers: {
      casa: [
        {
          stanza: [
            { letti: '2', dove: '' },
            { letti: '1', dove: '' },
          ],
          totale: '',
        },
        { stanza: [{ letti: '4', dove: '' }], totale: '' },
      ],
      insieme: '',
    },
    comes: {
      'calculation of casa:1/stanza:2/dove': '1-2',
      'calculation of casa:1/totale': '3',
      'calculation of casa:2/totale': '4',
      'calculation of insieme': '7',
    },
  },
  'required by a condition': {
    survey: `type | name | label | required
      select_one yn | lavora | Lavori? | true()
      text | dove | Dove? | \${lavora} = 'yes'`,
    choices: yesNo,
    answers: { lavora: 'no', dove: '' },
    comes: { 'required of lavora': 'true', 'required of dove': 'false' },
  },
  'read only and defaults': {
    survey: `type | name | label | read_only | default
      text | tavolo | Tavolo | yes | Salute
      date | oggi | Oggi | \${tavolo} = 'Salute' | today()
      text | tra | Nome (facoltativo) | | Mario (esempio)`,
    answers: { tavolo: 'Salute', oggi: '', tra: '' },
    comes: { 'read_only of oggi': 'true', 'default of oggi': '2026-11-23' },
  },
  'hints and guidance': {
    survey: `type | name | label | hint | guidance_hint
      text | via | Via | Senza numero | Chi intervista: scrivi come dice la persona`,
  },
  'four languages, one from right to left': {
    survey: `type | name | label::Italiano (it) | label::English (en) | label::Français (fr) | label::العربية (ar) | hint::Italiano (it) | hint::العربية (ar) | constraint | constraint_message::Italiano (it) | constraint_message::العربية (ar)
      select_one yn | lavora | Lavori? | Do you work? | Travaillez-vous ? | هل تعمل؟ | Anche a ore | ولو لساعات | | |
      integer | eta | Età | Age | Âge | العمر | | | . < 120 | Troppo | أكثر من اللازم
      note | grazie | Grazie | Thank you | Merci | شكرا | | | | |`,
    choices: `list_name | name | label::Italiano (it) | label::English (en) | label::Français (fr) | label::العربية (ar)
      yn | yes | Sì | Yes | Oui | نعم
      yn | no | No | No | Non | لا`,
    settings: 'form_title | form_id | default_language | version\nLavoro | lavoro | العربية (ar) | 3',
  },
  'label of a choice, in Arabic': {
    survey: `type | name | label::Italiano (it) | label::العربية (ar) | calculation
      select_one yn | lavora | Lavori? | هل تعمل؟ |
      calculate | parola | | | jr:choice-name(\${lavora}, '\${lavora}')`,
    choices: `list_name | name | label::Italiano (it) | label::العربية (ar)
      yn | yes | Sì | نعم
      yn | no | No | لا`,
    settings: 'default_language\nالعربية (ar)',
    answers: { lavora: 'yes', parola: '' },
    comes: { 'calculation of parola': 'نعم' },
  },
  'names in Arabic': {
    survey: `type | name | label::العربية (ar) | relevant
      text | الاسم | ما اسمك؟ |
      text | المدينة | أين تسكن؟ | \${الاسم} != '' and contains(\${الاسم}, 'مين')`,
    answers: { الاسم: 'أمينة', المدينة: '' },
    comes: { 'relevant of المدينة': 'true' },
  },
  'a list looked up': {
    survey: `type | name | label | calculation
      select_one sede | sede | Quale sede? |
      calculate | via | | instance('sede')/root/item[name = \${sede}]/street
      calculate | quante | | count(instance('sede')/root/item)`,
    choices:
      'list_name | name | label | street\nsede | pa | Palermo | Via Roma 1\nsede | ct | Catania | Via Etnea 2',
    answers: { sede: 'ct', via: '', quante: '' },
    comes: { 'calculation of via': 'Via Etnea 2', 'calculation of quante': '2' },
  },
  'columns as others name them': {
    survey: `Type | Name | Label | Relevance | Constraint message | calculate | readonly
      text | a | A | | Scrivi di più | |
      calculate | b | | | | concat(\${a}, '!') | yes`,
    answers: { a: 'ciao', b: '' },
    comes: { 'calculation of b': 'ciao!' },
  },
  'what a phone would note': {
    survey:
      'type | name | label\nstart | inizio |\nend | fine |\ndeviceid | apparecchio |\ntext | nome | Nome',
  },
  'columns that are kept': {
    survey:
      'type | name | label | media::image | nota interna\ntext | nome | Nome | foto.png | chiedere con calma',
  },
  'columns where they mean nothing': {
    survey: `type | name | label | required | parameters | guidance_hint | repeat_count
      audit | audit | | | location-priority=balanced | |
      begin_group | casa | Casa | yes | | Con calma |
      text | via | Via | | | | 3
      end_group | | Fine | | | |`,
  },
  'a formula that stays text': {
    survey: "type | name | label\ntext | nome | =1+1\nnote | fine | =HYPERLINK('x')",
  },
  'functions of choices': calculating(
    'text | scelte | Scelte |',
    {
      dentro: "selected(${scelte}, 'b')",
      seconda: 'selected-at(${scelte}, 1)',
      quante: 'count-selected(${scelte})',
      prima: "coalesce('', selected-at(${scelte}, 0))",
      se: "if(count-selected(${scelte}) > 1, 'più', 'una')",
    },
    { scelte: 'a b c' },
    { dentro: 'true', seconda: 'b', quante: '3', prima: 'a', se: 'più' },
  ),
  'functions of text': calculating(
    'text | nome | Nome |',
    {
      insieme: "concat(${nome}, ' ', 'Rossi')",
      unite: "join('-', ${nome}, 'x')",
      lungo: 'string-length(${nome})',
      pezzo: 'substr(${nome}, 1, 3)',
      pezzo1: 'substring(${nome}, 2, 2)',
      prima: "substring-before('a/b', '/')",
      dopo: "substring-after('a/b', '/')",
      contiene: "contains(${nome}, 'ina')",
      inizia: "starts-with(${nome}, 'Am')",
      finisce: "ends-with(${nome}, 'na')",
      forma: "regex(${nome}, '^[A-Z][a-z]+$')",
      senza: "translate(${nome}, 'A', 'O')",
      spazi: "normalize-space('  a   b ')",
      testo: 'string(12)',
    },
    { nome: 'Amina' },
    {
      insieme: 'Amina Rossi',
      unite: 'Amina-x',
      lungo: '5',
      pezzo: 'mi',
      pezzo1: 'mi',
      prima: 'a',
      dopo: 'b',
      contiene: 'true',
      inizia: 'true',
      finisce: 'true',
      forma: 'true',
      senza: 'Omina',
      spazi: 'a b',
      testo: '12',
    },
  ),
  'functions of numbers': calculating(
    'decimal | n | Numero |',
    {
      arrotonda: 'round(${n}, 1)',
      intero: 'int(${n})',
      sotto: 'floor(${n})',
      sopra: 'ceiling(${n})',
      assoluto: 'abs(-3)',
      potenza: 'pow(2, 3)',
      radice: 'sqrt(9)',
      minimo: 'min(3, ${n})',
      massimo: 'max(3, ${n})',
      numero: "number('4') + 1",
      giro: 'round(pi(), 4)',
      angolo: 'round(sin(0) + cos(0) + tan(0) + asin(0) + acos(1) + atan(0) + atan2(0, 1), 2)',
      crescita: 'exp(0) + exp10(1) + log(1) + log10(100)',
      caso: 'random()',
      resto: '7 mod 3',
      meno: '-(3 - 5)',
    },
    { n: '2.75' },
    {
      arrotonda: '2.8',
      intero: '2',
      sotto: '2',
      sopra: '3',
      assoluto: '3',
      potenza: '8',
      radice: '3',
      minimo: '2.75',
      massimo: '3',
      numero: '5',
      giro: '3.1416',
      angolo: '1',
      crescita: '13',
      caso: '0.25',
      resto: '1',
      meno: '2',
    },
  ),
  'functions of truth': calculating(
    'text | t | T |',
    {
      vero: 'true() and not(false())',
      pieno: 'boolean(${t})',
      uno: "boolean-from-string('1')",
      lista: 'checklist(1, 2, true(), false(), true())',
      pesi: 'weighted-checklist(5, -1, true(), 3, true(), 2)',
    },
    { t: 'x' },
    { vero: 'true', pieno: 'true', uno: 'true', lista: 'true', pesi: 'true' },
  ),
  'functions of dates': calculating(
    'date | nato | Nato il |',
    {
      oggi: 'today()',
      adesso: 'now()',
      anni: 'int((today() - ${nato}) div 365.25)',
      domani: 'date(today() + 1)',
      detto: "format-date(${nato}, '%e/%n/%Y')",
      momento: "date-time('2026-05-14T18:30:00.000+02:00')",
      giorni: "round(decimal-date-time('1970-01-03T00:00:00Z'), 0)",
    },
    { nato: '1992-03-29' },
    {
      oggi: '2026-11-23',
      adesso: '2026-11-23T10:30:15.250+01:00',
      anni: '34',
      domani: '2026-11-24',
      detto: '29/3/1992',
      momento: '2026-05-14T18:30:00.000+02:00',
      giorni: '2',
    },
  ),
  'functions of sets': calculating(
    `begin_repeat | spesa | Spese |
     integer | euro | Euro |
     end_repeat | | |`,
    {
      somma: 'sum(${euro})',
      dette: 'count-non-empty(${euro})',
      righe: 'count(${spesa})',
      ultima: '/data/spesa[last()]/euro',
      grandi: 'count(/data/spesa[euro > 4])',
      entrambe: 'count(${euro} ¦ ${spesa})',
    },
    { spesa: [{ euro: '3' }, { euro: '5' }] },
    { somma: '8', dette: '2', righe: '2', ultima: '5', grandi: '1', entrambe: '4' },
  ),
  'kept once': {
    survey:
      "type | name | label | calculation\ntext | x | X |\ncalculate | codice | | once(concat(${x}, '1'))\ncalculate | altro | | once(uuid())",
    answers: { x: 'b', codice: 'già', altro: 'mio' },
    comes: { 'calculation of codice': 'già', 'calculation of altro': 'mio' },
  },
  'a page in pieces': {
    survey: `type | name | label | appearance
      begin_group | uno | Prima pagina | field-list
      text | a | A | multiline w2
      end_group | | |
      begin_group | due | Seconda pagina | field-list
      select_one yn | b | B | horizontal
      end_group | | |`,
    choices: yesNo,
    settings: 'form_title | style\nDue pagine | pages',
  },
  'words that every object has': {
    survey: `type | name | label | hint | choice_filter | default
      text | constructor | toString | __proto__ | | valueOf
      select_one toString | hasOwnProperty | constructor | | valueOf != 'x' |
      select_multiple constructor | __proto__ | hasOwnProperty | | |`,
    choices: `list_name | name | label | valueOf
      toString | constructor | __proto__ |
      toString | toString | hasOwnProperty | __proto__
      constructor | __proto__ | constructor |`,
    settings: 'form_title | constructor\n__proto__ | toString',
    answers: { constructor: 'a', hasOwnProperty: 'toString' },
    comes: { 'choices of hasOwnProperty': 'toString' },
  },
  'a remark among the rows': {
    survey: 'type | name | label\ntext | nome | Nome\n | | Da qui le domande sulla casa\ntext | casa | Casa',
    more: { _note: 'cosa\nda rivedere' },
  },
}
