import type { NeedContent } from './shape.ts'

export const sicilyServicesNeeds: NeedContent[] = [
  {
    key: 'need:residenza-palermo',
    consultation: 'consultation:casa-lavoro',
    language: 'it',
    title: 'Per la residenza serve l’appuntamento, per l’appuntamento servono quattro mesi',
    text: `Da quando si può chiedere la residenza solo con la prenotazione, i posti finiscono in pochi minuti il lunedì alle otto. Chi a quell’ora lavora non prenota mai.

Nel frattempo i bambini stanno senza pediatra. C’è chi vende gli appuntamenti a 30 euro davanti all’ufficio.

Un giorno al mese senza prenotazione, magari di sabato, toglierebbe il mercato e la fila.`,
    territory: '082053',
    areas: ['documents', 'housing'],
    concerns: ['families', 'whole-community'],
    urgency: 'high',
    sinceMonths: -34,
    tried: 'Abbiamo segnalato la vendita degli appuntamenti. Per due settimane è sparita, poi è tornata.',
    author: 'person:nadia',
    organisation: 'org:donne-palermo',
    supporters: {
      people: ['person:awa', 'person:carmela'],
      organisations: ['org:distretto-sociale', 'org:scuola-terrazza'],
    },
    postedDay: -137,
  },
  {
    key: 'need:residenza-fittizia',
    consultation: 'consultation:casa-lavoro',
    language: 'it',
    title: 'Una via dove iscriversi anche per chi non ha una casa',
    text: `La legge permette al Comune di iscrivere chi non ha casa in una via che esiste solo sulla carta. Nella nostra zona lo fanno due Comuni su undici. Negli altri la risposta è: non è previsto.

È previsto. Mancano un modulo, un indirizzo e un po’ di coraggio. Senza iscrizione non possiamo prendere in carico la persona, e dunque il problema resta in strada.`,
    territory: '081006',
    areas: ['documents', 'social-services'],
    concerns: ['seasonal-workers', 'newcomers'],
    urgency: 'high',
    sinceMonths: -42,
    tried: 'Abbiamo preparato il modulo e una nota di due pagine per gli uffici. Un Comune l’ha adottata.',
    author: 'person:cusumano',
    organisation: 'org:distretto-sociale',
    supporters: {
      people: ['person:antonio', 'person:nucera'],
      organisations: ['org:lega-terra', 'org:campi-vittoria', 'org:donne-palermo'],
    },
    postedDay: -132,
  },
  {
    key: 'need:badanti-riposo',
    consultation: 'consultation:casa-lavoro',
    language: 'it',
    title: 'Un posto al coperto per il giovedì pomeriggio',
    text: `Il giovedì pomeriggio e la domenica chi assiste gli anziani ha qualche ora libera e nessun posto dove stare. D’inverno si sta sulle panchine della stazione, a volte sotto la pioggia.

Una sala del Comune aperta in quelle ore, con un bagno e una presa per il telefono. Lì si potrebbe anche spiegare un contratto, imparare l’italiano, misurare la pressione. Ma prima di tutto, sedersi.`,
    territory: '082053',
    areas: ['work', 'participation'],
    concerns: ['women', 'older-people'],
    urgency: 'medium',
    sinceMonths: -13,
    author: 'person:elena',
    organisation: 'org:casa-doina',
    supporters: { people: ['person:viorica', 'person:carmela'], organisations: ['org:donne-palermo'] },
    postedDay: -121,
  },
  {
    key: 'need:nido-orari',
    consultation: 'consultation:casa-lavoro',
    language: 'es',
    title: 'La guardería cierra a las dos y el turno termina a las siete',
    text: `Las madres de nuestra comunidad trabajan en hoteles y supermercados, con turnos que cambian cada semana. La guardería municipal cierra a las dos y pide el horario fijo por todo el año.

Resultado: la madre rechaza el turno o deja a la niña con una vecina que cuida a otros seis.

Pedimos dos guarderías con horario hasta las ocho, y que se pueda declarar un turno variable.`,
    territory: '083048',
    areas: ['social-services', 'work'],
    concerns: ['women', 'families', 'children'],
    urgency: 'medium',
    sinceMonths: -21,
    author: 'person:mateo',
    organisation: 'org:stretto-studia',
    supporters: { people: ['person:grace'], organisations: ['org:ninfea-catania'] },
    postedDay: -118,
  },
  {
    key: 'need:sportello-unico',
    consultation: 'consultation:casa-lavoro',
    language: 'it',
    title: 'Un solo sportello per casa e lavoro, con qualcuno che parla la nostra lingua',
    text: `Oggi per un contratto d’affitto si va in un ufficio, per la residenza in un altro, per il lavoro in un terzo. Ognuno manda dall’altro. Una mattina di lavoro persa per ogni porta.

Vorremmo una porta sola, due pomeriggi alla settimana, con un mediatore vero e non il figlio di qualcuno.`,
    territory: '087015',
    areas: ['participation', 'documents', 'work'],
    concerns: ['whole-community', 'newcomers'],
    urgency: 'medium',
    sinceMonths: -19,
    author: 'person:rehana',
    organisation: 'org:ninfea-catania',
    supporters: {
      people: ['person:tariq', 'person:mateo'],
      organisations: ['org:stretto-studia', 'org:campi-vittoria'],
    },
    postedDay: -117,
  },
  {
    key: 'need:infortunio',
    consultation: 'consultation:casa-lavoro',
    language: 'ar',
    title: 'من يصاب في العمل يقال له: قل إنك سقطت في البيت',
    text: `عندما يقع حادث في الحقل يطلب بعض المشرفين من العامل أن يقول في المستشفى إنه سقط في البيت. من يقبل يفقد كل حق، ومن يرفض يفقد العمل.

نريد أن يسأل المستشفى المصاب على انفراد وبلغته، وأن تعطى له ورقة بسيطة تشرح حقوقه قبل أن يقول أي شيء.`,
    territory: '088012',
    areas: ['work', 'health'],
    concerns: ['workers'],
    urgency: 'high',
    sinceMonths: -11,
    tried: 'رافقنا ثلاثة أشخاص إلى النقابة بعد الحادث بأسابيع، وكان الوقت قد فات.',
    author: 'person:youssef',
    organisation: 'org:campi-vittoria',
    supporters: {
      people: ['person:lamin', 'person:moussa', 'person:ahmed'],
      organisations: ['org:lega-terra'],
    },
    postedDay: -114,
  },
  {
    key: 'need:ascolto-giovani',
    consultation: 'consultation:casa-lavoro',
    language: 'it',
    title: 'Chiamateci prima di decidere, non alla festa di fine progetto',
    text: `Noi siamo cresciuti qui. Andiamo alle riunioni quando il progetto è già scritto, facciamo la foto e torniamo a casa.

Chiediamo due posti per i giovani nelle riunioni in cui si scrivono i bandi su formazione e lavoro. Portiamo quello che sappiamo: dove si cerca lavoro davvero, quali corsi non servono, che cosa ci farebbe restare.`,
    territory: '083048',
    areas: ['participation', 'training'],
    concerns: ['young-people', 'students'],
    urgency: 'low',
    sinceMonths: -8,
    author: 'person:grace',
    organisation: 'org:stretto-studia',
    supporters: { people: ['person:mateo', 'person:galli'], organisations: ['org:scuola-terrazza'] },
    postedDay: -108,
  },
]
