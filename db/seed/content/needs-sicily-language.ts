import type { NeedContent } from './shape.ts'

export const sicilyLanguageNeeds: NeedContent[] = [
  {
    key: 'need:italiano-sera',
    consultation: 'consultation:casa-lavoro',
    language: 'it',
    title: 'I corsi di italiano sono alle dieci del mattino, quando si lavora',
    text: `La nostra scuola ha posti liberi la mattina e una lista d’attesa di 140 persone la sera. Gli orari li decide il personale che abbiamo, e il personale lo abbiamo di mattina.

Chi lavora nei ristoranti è libero dalle 16 alle 18. Chi lavora nei campi è libero la domenica. Chi pulisce gli uffici è libera proprio la mattina, ma deve portare i bambini.

Con due insegnanti in più, la sera e la domenica, e una stanza con una persona che sta con i piccoli, finiremmo la lista in un anno.`,
    territory: '082053',
    areas: ['language', 'training'],
    concerns: ['workers', 'women'],
    urgency: 'high',
    sinceMonths: -26,
    tried: 'Volontari due sere alla settimana. Quando il volontario cambia lavoro, il corso chiude.',
    author: 'person:randazzo',
    organisation: 'org:scuola-terrazza',
    supporters: {
      people: ['person:carmela', 'person:awa', 'person:tariq', 'person:fatou'],
      organisations: ['org:donne-palermo', 'org:ninfea-catania', 'org:stretto-studia'],
    },
    postedDay: -141,
  },
  {
    key: 'need:italiano-campagna',
    consultation: 'consultation:casa-lavoro',
    language: 'en',
    title: 'Bring the Italian lesson to the square on Sunday',
    text: `The school for adults is in Ragusa. It is forty minutes by car, and we do not have a car. On Sunday morning two hundred of us are in the square of Vittoria, to call home and to buy food.

Put one teacher and one board there, from ten to twelve. Teach us the words of work: hours, pay, mask, danger, payslip. We will bring the chairs.`,
    territory: '088012',
    areas: ['language', 'work'],
    concerns: ['seasonal-workers', 'newcomers'],
    urgency: 'medium',
    sinceMonths: -18,
    tried: 'A retired teacher did it for one summer. It was full every Sunday.',
    author: 'person:lamin',
    organisation: 'org:campi-vittoria',
    supporters: { people: ['person:youssef', 'person:randazzo'], organisations: ['org:scuola-terrazza'] },
    postedDay: -133,
  },
  {
    key: 'need:italiano-mamme',
    consultation: 'consultation:casa-lavoro',
    language: 'ar',
    title: 'نريد أن نتعلم، لكن أين نترك الأطفال؟',
    text: `في جمعيتنا ثلاثون أما تريد أن تتعلم الإيطالية. الدرس مجاني وقريب، لكن المدرسة لا تقبل الأطفال الصغار، والحضانة لها قائمة انتظار طويلة.

بعضنا يعيش هنا منذ عشر سنوات ولا يستطيع أن يتحدث مع المعلمة إلا عن طريق الطفل. الطفل لا يجب أن يكون مترجم أمه.

غرفة واحدة بجانب الصف، وشخص يعتني بالصغار ساعتين، هذا كل شيء.`,
    territory: '082053',
    areas: ['language', 'social-services'],
    concerns: ['women', 'families', 'children'],
    urgency: 'medium',
    sinceMonths: -30,
    tried: 'تناوبنا نحن على رعاية الأطفال، فكانت كل واحدة تفوت درسا من اثنين.',
    author: 'person:nadia',
    organisation: 'org:donne-palermo',
    supporters: {
      people: ['person:awa', 'person:fatou'],
      organisations: ['org:scuola-terrazza', 'org:ninfea-catania'],
    },
    postedDay: -130,
  },
  {
    key: 'need:titoli-saldatore',
    consultation: 'consultation:casa-lavoro',
    language: 'fr',
    title: 'Quinze ans soudeur, ici je suis manœuvre',
    text: `Je parle pour plusieurs personnes que nous suivons. Elles ont un métier : soudeur, infirmière, électricien, couturière. Ici il faut refaire tout le parcours comme si on n’avait jamais travaillé.

On pourrait faire un essai pratique : une journée dans un centre de formation, un formateur qui regarde et qui écrit ce que la personne sait faire. Ce n’est pas un diplôme, mais l’entreprise le croit.`,
    territory: '087015',
    areas: ['training', 'work', 'documents'],
    concerns: ['workers', 'young-people'],
    urgency: 'medium',
    sinceMonths: -32,
    tried: 'Une demande d’équivalence déposée il y a dix-neuf mois, sans réponse.',
    author: 'person:awa',
    organisation: 'org:donne-palermo',
    supporters: {
      people: ['person:moussa', 'person:mateo', 'person:fatou'],
      organisations: ['org:stretto-studia', 'org:scuola-terrazza'],
    },
    postedDay: -126,
  },
  {
    key: 'need:patente',
    consultation: 'consultation:casa-lavoro',
    language: 'bn',
    title: 'গাড়ি চালাতে জানি, পরীক্ষার ভাষা জানি না',
    text: `ডেলিভারি, কৃষি, নির্মাণ: সব কাজে এখন লাইসেন্স চায়। আমাদের অনেকে দেশে বছরের পর বছর গাড়ি চালিয়েছে। কিন্তু এখানকার তাত্ত্বিক পরীক্ষার ভাষা খুব কঠিন।

পরীক্ষা সহজ করতে বলছি না। পরীক্ষার শব্দগুলো শেখার একটা কোর্স চাই, সন্ধ্যাবেলা, তিন মাসের।`,
    territory: '087015',
    areas: ['training', 'work', 'language'],
    concerns: ['workers', 'young-people'],
    urgency: 'low',
    sinceMonths: -15,
    author: 'person:rehana',
    organisation: 'org:ninfea-catania',
    supporters: { people: ['person:rafiq', 'person:tariq'], organisations: ['org:campi-vittoria'] },
    postedDay: -110,
  },
]
