import type { ReportContent } from './shape.ts'

export const reports: ReportContent[] = [
  {
    key: 'report:pubblicita',
    about: 'message:casa-lavoro-034',
    by: 'person:nucera',
    reason: 'advertising',
    words: 'Offre a pagamento pratiche che l’ufficio fa gratis.',
    after: { minutes: 2 },
    decision: {
      kind: 'hide',
      by: 'person:samira',
      afterMinutes: 9,
      words:
        'Il messaggio faceva pubblicità a un servizio a pagamento. Nella stanza si parla di bisogni: vendere qui non si può. Può partecipare alla discussione come tutti.',
    },
  },
  {
    key: 'report:dati-personali',
    about: 'message:casa-lavoro-077',
    by: 'person:cusumano',
    reason: 'personal-data',
    words: 'C’è il telefono di una persona e si capisce dove abita.',
    after: { minutes: 1 },
    decision: {
      kind: 'hide',
      by: 'person:samira',
      afterMinutes: 1,
      words:
        'Il messaggio dava il telefono e la casa di una persona. Anche se è arrabbiato con ragione, non si può fare. Può scrivere di nuovo il problema, senza questi dati.',
    },
  },
  {
    key: 'report:offesa',
    about: 'message:casa-lavoro-119',
    by: 'person:carmela',
    reason: 'insult',
    words: 'Dice a delle persone di andarsene.',
    after: { minutes: 1 },
    decision: {
      kind: 'hide',
      by: 'person:samira',
      afterMinutes: 2,
      words:
        'Dire a qualcuno di tornare a casa sua è un’offesa e allontana le persone dalla discussione. Criticare un’idea invece si può sempre. Se pensa che questa decisione sia sbagliata, può dirlo all’altro moderatore.',
    },
  },
  {
    key: 'report:parole-dure',
    about: 'message:casa-lavoro-098',
    by: 'person:criscione',
    reason: 'insult',
    words: 'Accusa le imprese di essere d’accordo con gli intermediari.',
    after: { minutes: 4 },
    decision: {
      kind: 'dismiss',
      by: 'person:bohdan',
      afterMinutes: 55,
      words:
        'Il messaggio è duro, ma parla di «alcune» imprese, non nomina nessuno e porta un argomento. Resta visibile. La sua risposta, scritta subito dopo, resta accanto.',
    },
  },
  {
    key: 'report:da-leggere',
    about: 'need:stanchezza',
    by: 'person:schirinzi',
    reason: 'danger',
    words:
      'Dice che qualcuno vende medicine per dormire. È vero e va detto, ma forse è meglio togliere il nome del paese: chi vende potrebbe cercare chi ha parlato.',
    after: { days: 56 },
  },
]
