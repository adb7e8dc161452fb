import type { ProposalContent } from './shape.ts'

export const homeProposals: ProposalContent[] = [
  {
    key: 'proposal:alloggi-stagione',
    consultation: 'consultation:casa-lavoro',
    state: 'answered',
    author: 'person:ferrante',
    title: 'Posti letto pronti prima della raccolta, e una via d’uscita dai magazzini',
    ask: 'Aprire ogni stagione i posti letto due settimane prima della raccolta in quattro zone, portare subito acqua e servizi dove si dorme già all’aperto, e mettere a disposizione venti case nel Vittoriese per le famiglie che vivono nei magazzini, entro dodici mesi.',
    addressee: 'Regione, Direzione Lavoro, Casa e Inclusione',
    sources: [
      'need:campobello-tende',
      'need:vittoria-serre',
      'need:cassibile-primavera',
      'need:paterno-arance',
      'need:licata-stanza',
      'need:imprese-alloggi',
      'need:ragazzi-stagione',
    ],
    versions: [
      {
        day: -68,
        by: 'person:lobianco',
        note: 'Prima bozza dopo i tre incontri.',
        text: `Ogni anno la raccolta comincia in una data conosciuta e i posti letto aprono dopo. Chi lavora dorme in tende, baracche e case abbandonate, e i Comuni spendono in emergenza quasi quanto costerebbe preparare i posti prima.

Proponiamo che la Regione pubblichi l’avviso per gli alloggi stagionali entro il 31 maggio, sulla base di una stima di imprese, sindacati e volontari raccolta entro il 15 maggio.

I posti aprono due settimane prima della raccolta a Campobello, Cassibile, Paternò e Licata.

Ogni posto ha un letto vero, acqua calda, una cucina e una persona che parla almeno due lingue di chi ci abita.`,
      },
      {
        day: -58,
        by: 'person:lobianco',
        note: 'Aggiunti i tre tempi, come chiesto nella stanza; aggiunto il capitolo sulle famiglie di Vittoria.',
        text: `Ogni anno la raccolta comincia in una data conosciuta e i posti letto aprono dopo. Chi lavora dorme in tende, baracche e case abbandonate, e i Comuni spendono in emergenza quasi quanto costerebbe preparare i posti prima.

Proponiamo tre tempi.

Subito, entro trenta giorni: acqua potabile, bagni e raccolta dei rifiuti nei luoghi dove già si dorme. Il luogo dei punti d’acqua si decide con le associazioni e le imprese della zona.

Per la stagione: l’avviso per gli alloggi esce entro il 31 maggio, sulla base di una stima di imprese, sindacati e volontari. I posti aprono due settimane prima della raccolta a Campobello, Cassibile, Paternò e Licata.

Per l’anno: venti case in affitto a Vittoria e nei comuni vicini per le famiglie che vivono nei magazzini, con contratto intestato a chi ci abita e mai al datore di lavoro.

Ogni posto ha un letto vero, acqua calda, una cucina e una persona che parla almeno due lingue di chi ci abita.`,
      },
      {
        day: -48,
        by: 'person:ferrante',
        note: 'Precisato il fondo comune delle imprese; aggiunti gli appartamenti per chi compie diciotto anni.',
        text: `Ogni anno la raccolta comincia in una data conosciuta e i posti letto aprono dopo. Chi lavora dorme in tende, baracche e case abbandonate, e i Comuni spendono in emergenza quasi quanto costerebbe preparare i posti prima.

Proponiamo tre tempi.

Subito, entro trenta giorni: acqua potabile, bagni e raccolta dei rifiuti nei luoghi dove già si dorme. Il luogo dei punti d’acqua si decide con le associazioni e le imprese della zona.

Per la stagione: l’avviso per gli alloggi esce entro il 31 maggio, sulla base di una stima di imprese, sindacati e volontari. I posti aprono due settimane prima della raccolta a Campobello, Cassibile, Paternò e Licata.

Per l’anno: venti case in affitto a Vittoria e nei comuni vicini per le famiglie che vivono nei magazzini, con contratto intestato a chi ci abita e mai al datore di lavoro.

Il fondo comune: le imprese che assumono per la stagione versano una quota per giornata in un fondo tenuto insieme da imprese e sindacati. Il letto non dipende mai dalla singola azienda.

Tre piccoli appartamenti condivisi, a Ragusa e a Trapani, per chi compie diciotto anni e vuole finire la scuola.

Ogni posto ha un letto vero, acqua calda, una cucina e una persona che parla almeno due lingue di chi ci abita.`,
      },
    ],
    publishedDay: -64,
    ballot: {
      opensDay: -44,
      closesDay: -31,
      openedBy: 'person:ferrante',
      quorumPercent: 60,
      majority: 'absolute',
      seatVotes: [
        { seat: 'seat:sicilia-donne', by: 'person:awa', choice: 'for' },
        { seat: 'seat:sicilia-campi', by: 'person:youssef', choice: 'for' },
        { seat: 'seat:sicilia-ninfea', by: 'person:rehana', choice: 'for' },
        { seat: 'seat:sicilia-stretto', by: 'person:grace', choice: 'for' },
        { seat: 'seat:sicilia-distretto', by: 'person:cusumano', choice: 'for' },
        { seat: 'seat:sicilia-lega', by: 'person:moussa', choice: 'for' },
        {
          seat: 'seat:sicilia-serre',
          by: 'person:criscione',
          choice: 'abstain',
          reason:
            'Il fondo ci trova d’accordo, ma la quota deve essere uguale per tutte le aziende, associate o no. Nel testo non è scritto.',
        },
      ],
      personVotes: [
        { person: 'person:awa', choice: 'for' },
        { person: 'person:nadia', choice: 'for' },
        { person: 'person:youssef', choice: 'for' },
        { person: 'person:lamin', choice: 'for' },
        { person: 'person:rehana', choice: 'for' },
        { person: 'person:tariq', choice: 'for' },
        { person: 'person:grace', choice: 'for' },
        { person: 'person:mateo', choice: 'for' },
        { person: 'person:cusumano', choice: 'for' },
        { person: 'person:randazzo', choice: 'for' },
        { person: 'person:moussa', choice: 'for' },
        { person: 'person:nucera', choice: 'for' },
        { person: 'person:carmela', choice: 'for' },
        { person: 'person:fatou', choice: 'for' },
        { person: 'person:antonio', choice: 'for' },
        { person: 'person:elena', choice: 'for' },
        {
          person: 'person:viorica',
          choice: 'against',
          reason:
            'Venti case sono poche e andranno a chi sa fare la domanda. Prima vorrei vedere come si scelgono le famiglie.',
        },
        { person: 'person:criscione', choice: 'abstain' },
      ],
    },
  },
  {
    key: 'proposal:garanzia-affitto',
    consultation: 'consultation:casa-lavoro',
    state: 'answered',
    author: 'person:ferrante',
    title: 'Un fondo di garanzia per il primo anno di affitto',
    ask: 'Istituire un fondo regionale di 600.000 euro che garantisce al proprietario tre mensilità e i danni per il primo anno, con contratto registrato e regole uguali per tutti, e un accompagnatore per la prima visita.',
    addressee: 'Regione, Direzione Lavoro, Casa e Inclusione',
    sources: [
      'need:affitto-telefono',
      'need:affitto-garante',
      'need:affitto-studenti',
      'need:affitto-nero',
      'need:anziana-affitto',
      'need:agenzie-domande',
    ],
    versions: [
      {
        day: -66,
        by: 'person:ferrante',
        note: 'Prima bozza.',
        text: `Molte persone possono pagare l’affitto e non trovano casa. A volte la paura del proprietario è vera: i ritardi, i danni. A volte è l’accento di chi telefona.

Alle paure vere si risponde con una garanzia: tre mensilità più i danni, per il primo anno, pagate in trenta giorni.

In un’esperienza precedente il fondo è stato usato 4 volte su 71 contratti, con una spesa di 9.300 euro in tre anni.`,
      },
      {
        day: -55,
        by: 'person:lobianco',
        note: 'Aggiunte le regole uguali per tutti e il periodo di attesa per chi perde la casa con il lavoro.',
        text: `Molte persone possono pagare l’affitto e non trovano casa. A volte la paura del proprietario è vera: i ritardi, i danni. A volte è l’accento di chi telefona.

Alle paure vere si risponde con una garanzia: tre mensilità più i danni, per il primo anno, pagate in trenta giorni.

In un’esperienza precedente il fondo è stato usato 4 volte su 71 contratti, con una spesa di 9.300 euro in tre anni.

Il fondo vale solo per contratti registrati. Un operatore spiega al proprietario quanto risparmia sulle tasse e fa la pratica con lui, gratis.

Le agenzie che aderiscono fanno a tutti le stesse domande, scritte e appese in ufficio. Chi pensa di essere stato rifiutato per la sua origine trova scritto, nello stesso foglio, a chi rivolgersi.

Chi perde la casa insieme al lavoro, come le assistenti familiari, può usare la garanzia anche con l’ultima busta paga e avere fino a sei mesi di alloggio di passaggio.`,
      },
    ],
    publishedDay: -62,
    ballot: {
      opensDay: -44,
      closesDay: -31,
      openedBy: 'person:ferrante',
      quorumPercent: 60,
      majority: 'simple',
      seatVotes: [
        { seat: 'seat:sicilia-donne', by: 'person:nadia', choice: 'for' },
        { seat: 'seat:sicilia-campi', by: 'person:youssef', choice: 'for' },
        {
          seat: 'seat:sicilia-ninfea',
          by: 'person:rehana',
          choice: 'for',
          reason: 'Su 71 contratti il fondo è servito 4 volte. La fiducia costa poco.',
        },
        { seat: 'seat:sicilia-stretto', by: 'person:mateo', choice: 'for' },
        { seat: 'seat:sicilia-lega', by: 'person:moussa', choice: 'for' },
        {
          seat: 'seat:sicilia-serre',
          by: 'person:criscione',
          choice: 'against',
          reason:
            'Servono soldi per costruire e riparare case. Una garanzia aiuta a spartirsi le poche che ci sono e fa salire i prezzi.',
        },
        {
          seat: 'seat:sicilia-distretto',
          by: 'person:cusumano',
          choice: 'abstain',
          reason:
            'Sono d’accordo con lo scopo, ma non è scritto chi gestisce il fondo. Se è il distretto, senza personale non possiamo.',
        },
      ],
      personVotes: [
        { person: 'person:awa', choice: 'for' },
        { person: 'person:nadia', choice: 'for' },
        { person: 'person:youssef', choice: 'for' },
        { person: 'person:lamin', choice: 'for' },
        { person: 'person:rehana', choice: 'for' },
        { person: 'person:tariq', choice: 'for' },
        { person: 'person:grace', choice: 'for' },
        { person: 'person:mateo', choice: 'for' },
        { person: 'person:moussa', choice: 'for' },
        { person: 'person:carmela', choice: 'for' },
        { person: 'person:fatou', choice: 'for' },
        { person: 'person:rafiq', choice: 'for' },
        { person: 'person:elena', choice: 'for' },
        { person: 'person:viorica', choice: 'for' },
        { person: 'person:galli', choice: 'for' },
        {
          person: 'person:criscione',
          choice: 'against',
          reason: 'Come ho detto per l’associazione: prima le case.',
        },
        { person: 'person:cusumano', choice: 'abstain' },
        { person: 'person:antonio', choice: 'abstain' },
      ],
    },
  },
]
