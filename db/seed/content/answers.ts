import type { AnswerContent } from './shape.ts'

const body = 'Regione, Direzione Lavoro, Casa e Inclusione'

export const answers: AnswerContent[] = [
  {
    key: 'answer:autobus-turni',
    proposal: 'proposal:autobus-turni',
    body,
    askedDay: -30,
    dueDay: 20,
    given: {
      kind: 'accepted',
      by: 'person:alaimo',
      office: 'Ufficio Trasporti e Mobilità',
      day: -15,
      words: `La Regione accoglie la proposta. Le tre corse sono previste in via sperimentale per dodici mesi, agli orari indicati dal Tavolo.

I numeri di chi sale saranno pubblicati ogni tre mesi, come chiesto. Dopo il terzo trimestre decideremo con il Tavolo se rendere stabili le corse.`,
      measures: [
        {
          words: 'Corsa delle 4.30 e ritorno alle 14 nella zona delle serre di Vittoria',
          office: 'Ufficio Trasporti e Mobilità',
          dueDay: 45,
          funding: 'Fondo regionale mobilità, 142.000 euro',
        },
        {
          words: 'Prima corsa Mazara–Marsala anticipata alle 5.10, con due fermate nuove',
          office: 'Ufficio Trasporti e Mobilità',
          dueDay: 30,
          funding: 'Fondo regionale mobilità, 38.000 euro',
        },
        {
          words: 'Navetta notturna a Palermo dalle 22 all’una, con due turni di autisti',
          office: 'Ufficio Trasporti e Mobilità, con il Comune',
          dueDay: 75,
          funding: 'Fondo regionale mobilità, 210.000 euro',
        },
        {
          words: 'Luce alle fermate delle tre linee, a cominciare dalle dodici più buie',
          office: 'Ufficio Opere pubbliche',
          dueDay: 110,
          funding: 'Programma illuminazione, 64.000 euro',
        },
      ],
    },
  },
  {
    key: 'answer:alloggi-stagione',
    proposal: 'proposal:alloggi-stagione',
    body,
    askedDay: -30,
    dueDay: 20,
    given: {
      kind: 'accepted-in-part',
      by: 'person:alaimo',
      office: 'Ufficio Casa e Abitare',
      day: -10,
      words: `La Regione accoglie le misure immediate e il calendario per la stagione: l’avviso uscirà entro il 31 maggio e i posti apriranno due settimane prima della raccolta in tre zone su quattro. A Licata non c’è oggi un edificio adatto: lo cerchiamo con il Comune.

Per Vittoria accogliamo otto case su venti, quelle già disponibili. Per le altre dodici servono lavori che non sono ancora finanziati.

Il fondo comune delle imprese dipende da un accordo tra le parti sociali. La Regione lo sostiene e convoca le parti, ma non può imporlo.`,
      measures: [
        {
          words: 'Acqua potabile, bagni e raccolta dei rifiuti a Campobello e a Paternò',
          office: 'Ufficio Emergenze abitative',
          dueDay: 18,
          funding: 'Fondo inclusione, 95.000 euro',
        },
        {
          words:
            '260 posti letto a Campobello, Cassibile e Paternò, aperti due settimane prima della raccolta',
          office: 'Ufficio Casa e Abitare',
          dueDay: 170,
          funding: 'Fondo inclusione, 780.000 euro',
        },
        {
          words: 'Otto case in affitto a Vittoria, con contratto intestato a chi ci abita',
          office: 'Ufficio Casa e Abitare',
          dueDay: 120,
          funding: 'Edilizia pubblica, 310.000 euro',
        },
        {
          words: 'Primo incontro tra imprese e sindacati per il fondo comune',
          office: 'Direzione Lavoro, Casa e Inclusione',
          dueDay: 25,
        },
      ],
    },
  },
  {
    key: 'answer:garanzia-affitto',
    proposal: 'proposal:garanzia-affitto',
    body,
    askedDay: -30,
    dueDay: 20,
    given: {
      kind: 'declined',
      reason: 'no-funds',
      by: 'person:alaimo',
      office: 'Ufficio Casa e Abitare',
      day: -8,
      words: `La Regione non può istituire il fondo quest’anno. Il bilancio è già approvato e non esiste un capitolo per garanzie ai privati: aprirlo richiede una legge.

La richiesta è ragionevole e i numeri portati dal Tavolo (4 usi su 71 contratti) sono utili. Li alleghiamo alla preparazione del prossimo bilancio. Il foglio con le domande uguali per tutti, che non costa, può partire subito con le agenzie che vogliono: gli uffici sono a disposizione per scriverlo.`,
      measures: [],
    },
  },
  {
    key: 'answer:busta-paga-chiara',
    proposal: 'proposal:busta-paga-chiara',
    body,
    askedDay: -30,
    dueDay: 20,
    given: {
      kind: 'under-study',
      decidesByDay: 62,
      by: 'person:alaimo',
      office: 'Ufficio Rapporti di lavoro',
      day: -5,
      words: `Il messaggio settimanale con le giornate usa dati che non sono della Regione. Abbiamo scritto all’ente che li tiene e al garante per la riservatezza, anche per la domanda posta dal Distretto sociale: chi può leggere il messaggio se il telefono è controllato da altri.

Daremo una risposta definitiva alla data indicata. Intanto nulla vieta il foglio settimanale firmato: l’ufficio ne prepara un modello.`,
      measures: [
        {
          words: 'Modello del foglio settimanale in sei lingue',
          office: 'Ufficio Rapporti di lavoro',
          dueDay: 28,
        },
      ],
    },
  },
  { key: 'answer:corsi-sera', proposal: 'proposal:corsi-sera', body, askedDay: -30, dueDay: 20 },
  {
    key: 'answer:sportello-itinerante',
    proposal: 'proposal:sportello-itinerante',
    body: 'Regione, Ufficio Servizi al cittadino',
    askedDay: -58,
    dueDay: -14,
  },
]
