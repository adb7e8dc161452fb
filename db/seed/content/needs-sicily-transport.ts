import type { NeedContent } from './shape.ts'

export const sicilyTransportNeeds: NeedContent[] = [
  {
    key: 'need:bus-vittoria',
    consultation: 'consultation:casa-lavoro',
    language: 'ar',
    title: 'لا حافلة إلى الحقول، والطريق ليلا بالدراجة خطر على الحياة',
    text: `يبدأ العمل في الخامسة صباحا. أول حافلة تخرج من فيتوريا في السابعة ولا تمر بطريق البيوت البلاستيكية. فنذهب بالدراجة، في الظلام، على طريق بلا إنارة ولا رصيف.

في السنة الماضية صدمت السيارات أربعة أشخاص نعرفهم. ومن لا يريد الدراجة يدفع خمسة يورو في اليوم لمن عنده سيارة نقل، وهذا أجر ساعة.

نريد:
- حافلة في الرابعة والنصف ذهابا وفي الثانية إيابا، من الاثنين إلى السبت
- تذكرة شهرية بسعر معقول
- سترات عاكسة وأضواء، فهذا يمكن أن يبدأ غدا`,
    territory: '088012',
    areas: ['work', 'social-services'],
    concerns: ['workers', 'seasonal-workers'],
    urgency: 'critical',
    sinceMonths: -40,
    tried: 'اشترينا مئة سترة عاكسة من مال الجمعية ووزعناها.',
    author: 'person:youssef',
    organisation: 'org:campi-vittoria',
    supporters: {
      people: ['person:ahmed', 'person:lamin', 'person:antonio', 'person:nadia'],
      organisations: ['org:serre-iblee', 'org:lega-terra', 'org:distretto-sociale'],
    },
    postedDay: -146,
  },
  {
    key: 'need:bus-marsala',
    consultation: 'consultation:casa-lavoro',
    language: 'it',
    title: 'Dal paese alle cantine non c’è nessun autobus prima delle sette',
    text: `Abbiamo attivato undici tirocini nelle cantine tra Marsala e Mazara. Quattro sono finiti prima del tempo per lo stesso motivo: non c’era modo di arrivare alle sei.

La linea esiste già. Basterebbe anticipare una corsa e aggiungere due fermate. Abbiamo chiesto quanto costa: meno di quanto è costato rifare da capo i quattro tirocini.`,
    territory: '081011',
    areas: ['work'],
    concerns: ['workers', 'young-people'],
    urgency: 'high',
    sinceMonths: -22,
    tried: 'Un pulmino della cooperativa per due mesi. Quando è finito il progetto è finito il pulmino.',
    author: 'person:cusumano',
    organisation: 'org:distretto-sociale',
    supporters: { people: ['person:antonio'], organisations: ['org:campi-vittoria', 'org:scuola-terrazza'] },
    postedDay: -138,
  },
  {
    key: 'need:bus-donne',
    consultation: 'consultation:casa-lavoro',
    language: 'fr',
    title: 'Nous finissons à minuit et le dernier bus est à dix heures',
    text: `Beaucoup d’entre nous nettoient les bureaux et les hôtels. On commence quand les autres rentrent, on finit vers minuit. À cette heure-là, il n’y a plus de bus pour le Zen, Brancaccio ou Villagrazia.

On rentre à pied, en groupe quand on peut. Celles qui ont peur paient un taxi et perdent la moitié de la journée. Deux ont quitté le travail.

Une navette de nuit, même une seule, qui passe toutes les quarante minutes, changerait notre vie.`,
    territory: '082053',
    areas: ['work', 'social-services'],
    concerns: ['women', 'workers'],
    urgency: 'high',
    sinceMonths: -18,
    tried: 'Nous avons créé un groupe de téléphone pour rentrer ensemble.',
    author: 'person:awa',
    organisation: 'org:donne-palermo',
    supporters: {
      people: ['person:fatou', 'person:carmela'],
      organisations: ['org:ninfea-catania', 'org:stretto-studia'],
    },
    postedDay: -135,
  },
  {
    key: 'need:furgoni',
    consultation: 'consultation:casa-lavoro',
    language: 'fr',
    title: 'Tant qu’il n’y a pas de bus, c’est l’intermédiaire qui a les clés du travail',
    text: `Qui n’a pas de voiture monte dans la camionnette de l’intermédiaire. Le trajet coûte cinq euros, l’eau un euro, et la place n’est pas garantie le lendemain si on discute.

On parle beaucoup de contrôles. Les contrôles sont nécessaires. Mais un bus public enlève à l’intermédiaire son pouvoir tous les jours, sans que personne ait besoin de dénoncer personne.`,
    territory: '087033',
    areas: ['work'],
    concerns: ['seasonal-workers'],
    urgency: 'high',
    sinceMonths: -50,
    tried:
      'Avec deux entreprises, nous avons organisé un covoiturage pendant une saison : 23 personnes ont arrêté de payer la camionnette.',
    author: 'person:moussa',
    organisation: 'org:lega-terra',
    supporters: { people: ['person:youssef', 'person:nucera'], organisations: ['org:campi-vittoria'] },
    postedDay: -127,
  },
]
