import type { ProposalContent } from './shape.ts'

export const apuliaAndBasilicataProposals: ProposalContent[] = [
  {
    key: 'proposal:ambulatorio-stabile',
    consultation: 'consultation:medico-vicino',
    state: 'in-vote',
    author: 'person:desantis',
    title: 'Un ambulatorio mobile che torna ogni settimana',
    ask: 'Rendere stabile l’ambulatorio mobile in provincia di Foggia per tre anni, due uscite alla settimana nella stessa zona, con mediatrice e cartella clinica dell’ospedale; mediazione in ostetricia giorno e notte; frigoriferi per i farmaci in tre farmacie.',
    addressee: 'Regione, Dipartimento Salute di comunità',
    sources: [
      'need:ambulatorio-mobile',
      'need:mediatrice-ostetricia',
      'need:tessera-sanitaria',
      'need:consultorio-orari',
      'need:farmaci-caldo',
    ],
    versions: [
      {
        day: -26,
        by: 'person:ruggiero',
        note: 'Prima bozza.',
        text: `Chi vive in campagna arriva in ospedale quando è tardi. L’ambulatorio mobile funziona, ma esiste solo quando c’è un progetto, e ogni volta si perde la fiducia guadagnata.

Proponiamo un servizio stabile per tre anni: due uscite alla settimana, stessi posti e stesse ore, un medico, un’infermiera e una mediatrice.

La cartella clinica è la stessa dell’ospedale.`,
      },
      {
        day: -14,
        by: 'person:ruggiero',
        note: 'Aggiunte l’ostetricia, la continuità delle cure tra un contratto e l’altro e i frigoriferi.',
        text: `Chi vive in campagna arriva in ospedale quando è tardi. L’ambulatorio mobile funziona, ma esiste solo quando c’è un progetto, e ogni volta si perde la fiducia guadagnata.

Proponiamo un servizio stabile per tre anni: due uscite alla settimana, stessi posti e stesse ore, un medico, un’infermiera e una mediatrice.

La cartella clinica è la stessa dell’ospedale. Nessun dato esce dal servizio sanitario e nessuno chiede alla persona documenti che non servono per curarla.

In ostetricia e in pediatria una mediatrice è presente al mattino e risponde in video di notte.

Per le malattie croniche il medico può scrivere le medicine per tre mesi, così la cura non si ferma tra un contratto e l’altro.

In tre farmacie, a Cerignola, San Severo e Foggia, un frigorifero chiuso a chiave, aperto dalle cinque del mattino.`,
      },
    ],
    publishedDay: -22,
    ballot: {
      opensDay: -4,
      closesDay: 5,
      openedBy: 'person:desantis',
      quorumPercent: 50,
      majority: 'absolute',
      seatVotes: [
        {
          seat: 'seat:puglia-salute',
          by: 'person:petrosino',
          choice: 'for',
          reason: 'Il servizio costa meno dei ricoveri che evita. Possiamo partire in novanta giorni.',
        },
        { seat: 'seat:puglia-largo', by: 'person:blessing', choice: 'for' },
        {
          seat: 'seat:puglia-girasole',
          by: 'person:oksana',
          choice: 'abstain',
          reason:
            'Sono favorevole all’ambulatorio, ma tutto resta a Foggia. Vorrei una data per le altre province.',
        },
      ],
      personVotes: [
        { person: 'person:blessing', choice: 'for' },
        { person: 'person:schirinzi', choice: 'for' },
        { person: 'person:petrosino', choice: 'for' },
        { person: 'person:moussa', choice: 'for' },
        { person: 'person:nucera', choice: 'for' },
        { person: 'person:elena', choice: 'for' },
        { person: 'person:fatou', choice: 'for' },
        {
          person: 'person:viorica',
          choice: 'against',
          reason:
            'Medicii de familie din orașe rămân cu același program. Propunerea a uitat jumătate din problemă.',
        },
      ],
    },
  },
  {
    key: 'proposal:sportello-itinerante',
    consultation: 'consultation:sportello',
    state: 'approved',
    author: 'person:lovallo',
    title: 'Uno sportello che viaggia, una volta al mese',
    ask: 'Un furgone attrezzato che una volta al mese fa tessera sanitaria, residenza, appuntamenti e identità digitale in otto comuni; sei settimane ad agosto e settembre a Palazzo San Gervasio; un numero di aiuto per chi lavora agli sportelli.',
    addressee: 'Regione, Ufficio Servizi al cittadino',
    sources: [
      'need:quattro-viaggi',
      'need:spid-telefon',
      'need:palazzo-estate',
      'need:appuntamenti-persi',
      'need:sportello-matera',
      'need:bambini-pediatra',
    ],
    versions: [
      {
        day: -93,
        by: 'person:santarsiero',
        note: 'Prima bozza.',
        text: `Per una tessera sanitaria da Lavello servono quattro viaggi a Potenza. Ogni viaggio è una giornata di lavoro persa.

Proponiamo uno sportello su un furgone, una volta al mese in otto comuni, che fa in un giorno quello che oggi chiede quattro viaggi.`,
      },
      {
        day: -80,
        by: 'person:santarsiero',
        note: 'Aggiunti la stagione estiva, i messaggi semplici e il pediatra dal primo giorno di scuola.',
        text: `Per una tessera sanitaria da Lavello servono quattro viaggi a Potenza. Ogni viaggio è una giornata di lavoro persa.

Proponiamo uno sportello su un furgone, una volta al mese in otto comuni, che fa in un giorno quello che oggi chiede quattro viaggi.

Ad agosto e settembre lo sportello sta a Palazzo San Gervasio, in piazza, dopo le 17.

Chi non ha l’identità digitale impara a farla e a tenere per sé la propria parola d’accesso: nessuno la fa al suo posto.

I messaggi degli uffici dicono giorno, ora, luogo, che cosa portare. In parole semplici e, dove si può, nella lingua della persona.

Il bambino iscritto a scuola ha un pediatra temporaneo dal primo giorno.

Un numero condiviso risponde ai dubbi di chi lavora agli sportelli, perché «torna domani» non sia più una risposta.`,
      },
    ],
    publishedDay: -88,
    ballot: {
      opensDay: -71,
      closesDay: -60,
      openedBy: 'person:lovallo',
      quorumPercent: 60,
      majority: 'absolute',
      seatVotes: [
        { seat: 'seat:basilicata-doina', by: 'person:elena', choice: 'for' },
        { seat: 'seat:basilicata-lega', by: 'person:nucera', choice: 'for' },
        {
          seat: 'seat:basilicata-largo',
          by: 'person:schirinzi',
          choice: 'abstain',
          reason:
            'Un giorno al mese è poco per i comuni più grandi. Avrei preferito due furgoni e meno comuni.',
        },
      ],
      personVotes: [
        { person: 'person:elena', choice: 'for' },
        { person: 'person:viorica', choice: 'for' },
        { person: 'person:nucera', choice: 'for' },
        { person: 'person:moussa', choice: 'for' },
        { person: 'person:blessing', choice: 'for' },
        { person: 'person:galli', choice: 'for' },
        { person: 'person:antonio', choice: 'for' },
        { person: 'person:schirinzi', choice: 'abstain' },
      ],
    },
  },
]
