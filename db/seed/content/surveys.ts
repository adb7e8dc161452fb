import type { ConsultationKey, Day, PersonKey } from './shape.ts'

export type SurveyContent = {
  key: string
  consultation: ConsultationKey
  by: PersonKey
  template: 'association-needs' | 'service-access' | 'operators-training'
  title: string
  access: ('link' | 'account' | 'seat' | 'code')[]
  opensDay: Day
  closesDay: Day
  /** Left out for one that is still being composed. */
  thanks?: [it: string, en: string, fr: string, ar: string]
  single: string[]
  pairs: [rows: string, columns: string][]
  releaseDays: Day[]
}

const casaLavoro = 'consultation:casa-lavoro'

export const surveys: SurveyContent[] = [
  {
    key: 'survey:servizi',
    consultation: casaLavoro,
    by: 'person:ferrante',
    template: 'service-access',
    title: 'Come si arriva ai servizi?',
    access: ['link', 'account', 'code'],
    opensDay: -40,
    closesDay: -12,
    thanks: [
      'Grazie. Contiamo le risposte e pubblichiamo i numeri in questa consultazione, poi nel resoconto per la Regione.',
      'Thank you. We count the answers and publish the figures in this consultation, then in the brief for the Region.',
      'Merci. Nous comptons les réponses et publions les chiffres dans cette consultation, puis dans le compte rendu pour la Région.',
      'شكرًا. نعدّ الإجابات وننشر الأرقام في هذه المشاورة، ثم في التقرير المقدَّم إلى الإقليم.',
    ],
    single: ['which/used', 'which/gave_up', 'which/why', 'last_time/interpreter', 'last_time/clear'],
    pairs: [['which/gave_up', 'last_time/interpreter']],
    releaseDays: [-8, 60],
  },
  {
    key: 'survey:bisogni',
    consultation: casaLavoro,
    by: 'person:lobianco',
    template: 'association-needs',
    title: 'Di che cosa hanno bisogno le persone che incontrate?',
    access: ['link', 'account', 'seat', 'code'],
    opensDay: -5,
    closesDay: 25,
    thanks: [
      'Grazie. Il 30 del mese dopo la chiusura pubblichiamo i numeri, e al tavolo leggiamo insieme le situazioni che avete raccontato.',
      'Thank you. On the 30th of the month after the close we publish the figures, and at the table we read together what you told us.',
      'Merci. Le 30 du mois suivant la clôture, nous publions les chiffres, et à la table nous lisons ensemble ce que vous avez raconté.',
      'شكرًا. في اليوم الثلاثين من الشهر التالي للإغلاق ننشر الأرقام، ونقرأ معًا في الطاولة ما رويتموه.',
    ],
    single: ['association/activities', 'needs/areas', 'needs/priorities', 'together/takes_part'],
    pairs: [['needs/areas', 'together/takes_part']],
    releaseDays: [30],
  },
  {
    key: 'survey:formazione',
    consultation: casaLavoro,
    by: 'person:ferrante',
    template: 'operators-training',
    title: 'Che cosa vogliono imparare gli operatori?',
    access: ['account'],
    opensDay: 7,
    closesDay: 37,
    single: [],
    pairs: [],
    releaseDays: [],
  },
]
