import type { ConsultationContent } from './shape.ts'

export const sicilyConsultation: ConsultationContent = {
  key: 'consultation:casa-lavoro',
  table: 'table:sicilia',
  title: {
    it: 'Casa e lavoro per chi lavora nei campi e in città',
    en: 'Home and work for those who work in the fields and in the city',
    fr: 'Logement et travail pour celles et ceux qui travaillent aux champs et en ville',
    ar: 'السكن والعمل لمن يعملون في الحقول وفي المدينة',
  },
  summary: {
    it: 'Chi raccoglie, cucina, pulisce, cura, costruisce in Sicilia spesso non trova una casa in affitto, non ha un autobus per andare al lavoro, non capisce la busta paga. Abbiamo ascoltato le associazioni e le proposte sono arrivate alla Regione.',
    en: 'Those who harvest, cook, clean, care and build in Sicily often find no home to rent, no bus to work and no way to read their payslip. We listened to the associations, and their proposals have reached the Region.',
    fr: 'Celles et ceux qui récoltent, cuisinent, nettoient, soignent et construisent en Sicile ne trouvent souvent ni logement à louer, ni bus pour aller au travail, ni moyen de comprendre leur fiche de paie. Nous avons écouté les associations et leurs propositions sont arrivées à la Région.',
    ar: 'كثيرون ممن يقطفون ويطبخون وينظفون ويرعون ويبنون في صقلية لا يجدون بيتا للإيجار ولا حافلة توصلهم إلى العمل ولا يفهمون قسيمة الراتب. استمعنا إلى الجمعيات ووصلت مقترحاتها إلى الإقليم.',
  },
  goal: {
    it: 'Arrivare a poche proposte chiare, con un costo e una data, prima della prossima raccolta. La Regione risponde a ognuna, per iscritto.',
    en: 'To reach a few clear proposals, each with a cost and a date, before the next harvest. The Region answers each one in writing.',
    fr: 'Arriver à quelques propositions claires, avec un coût et une date, avant la prochaine récolte. La Région répond à chacune par écrit.',
    ar: 'الوصول إلى مقترحات قليلة وواضحة، لكل منها كلفة وموعد، قبل موسم القطف القادم. ويجيب الإقليم عن كل مقترح كتابة.',
  },
  visibility: 'public',
  mayTakePart: 'registered',
  openedBy: 'person:ferrante',
  openedDay: -152,
  phases: [
    {
      name: 'listen',
      startDay: -150,
      endDay: -105,
      note: {
        it: 'Le associazioni scrivono i bisogni, nella loro lingua. Gli altri li sostengono.',
        en: 'Associations write their needs in their own language. Others support them.',
        fr: 'Les associations écrivent les besoins dans leur langue. Les autres les soutiennent.',
        ar: 'تكتب الجمعيات الاحتياجات بلغتها، ويدعمها الآخرون.',
      },
    },
    {
      name: 'discuss',
      startDay: -105,
      endDay: -70,
      note: {
        it: 'Ne parliamo insieme nella stanza, in tre incontri serali.',
        en: 'We talk them through in the room, over three evenings.',
        fr: 'Nous en parlons ensemble dans la salle, en trois soirées.',
        ar: 'نتحدث عنها معا في الغرفة خلال ثلاث أمسيات.',
      },
    },
    {
      name: 'propose',
      startDay: -70,
      endDay: -45,
      note: {
        it: 'La presidenza raccoglie i bisogni simili in proposte. Tutti possono leggere ogni versione.',
        en: 'The chair gathers similar needs into proposals. Everyone can read every version.',
        fr: 'La présidence réunit les besoins semblables en propositions. Tout le monde peut lire chaque version.',
        ar: 'تجمع الرئاسة الاحتياجات المتشابهة في مقترحات، ويمكن للجميع قراءة كل صيغة.',
      },
    },
    {
      name: 'decide',
      startDay: -45,
      endDay: -30,
      note: {
        it: 'Votano i posti del Tavolo e, a parte, le persone. Il voto è palese.',
        en: 'The seats of the table vote and, separately, so do people. The vote is open.',
        fr: 'Les sièges de la table votent et, à part, les personnes aussi. Le vote est public.',
        ar: 'تصوت مقاعد الطاولة، ويصوت الأشخاص على حدة. التصويت علني.',
      },
    },
    {
      name: 'answer',
      startDay: -30,
      endDay: 20,
      note: {
        it: 'La Regione risponde a ogni proposta approvata.',
        en: 'The Region answers each approved proposal.',
        fr: 'La Région répond à chaque proposition approuvée.',
        ar: 'يجيب الإقليم عن كل مقترح تمت الموافقة عليه.',
      },
    },
    {
      name: 'follow',
      startDay: 20,
      endDay: 200,
      note: {
        it: 'Seguiamo che cosa viene fatto davvero, mese per mese.',
        en: 'We follow what is really done, month by month.',
        fr: 'Nous suivons ce qui est vraiment fait, mois après mois.',
        ar: 'نتابع ما ينجز فعلا شهرا بعد شهر.',
      },
    },
  ],
  answeringBody: 'Regione, Direzione Lavoro, Casa e Inclusione',
  answerDueDay: 20,
}
