import { phaseNotes } from './phase-notes.ts'
import type { ConsultationContent } from './shape.ts'

export const recentConsultations: ConsultationContent[] = [
  {
    key: 'consultation:estate-al-riparo',
    table: 'table:sicilia',
    title: {
      it: 'Caldo, acqua, ombra: preparare la prossima estate',
      en: 'Heat, water, shade: getting ready for next summer',
      fr: 'Chaleur, eau, ombre : préparer le prochain été',
      ar: 'الحر والماء والظل: الاستعداد للصيف القادم',
    },
    summary: {
      it: 'L’estate scorsa nelle serre sono stati misurati 47 gradi. Il Tavolo riprende un bisogno rimasto fuori dalle proposte e ascolta tutti: chi lavora, chi assume, chi cura. Si possono scrivere i bisogni adesso.',
      en: 'Last summer 47 degrees were measured inside the greenhouses. The table takes up a need that was left out of the proposals and listens to all: those who work, those who hire, those who care. Needs can be written now.',
      fr: 'L’été dernier, on a mesuré 47 degrés dans les serres. La table reprend un besoin resté hors des propositions et écoute tout le monde : qui travaille, qui embauche, qui soigne. On peut écrire les besoins dès maintenant.',
      ar: 'سجلت داخل البيوت البلاستيكية في الصيف الماضي 47 درجة. تعود الطاولة إلى حاجة بقيت خارج المقترحات وتستمع إلى الجميع: من يعمل ومن يشغل ومن يعالج. يمكن كتابة الاحتياجات الآن.',
    },
    goal: {
      it: 'Regole chiare per le serre, le cucine e i cantieri, pronte prima del primo giorno di allerta.',
      en: 'Clear rules for greenhouses, kitchens and building sites, ready before the first day of alert.',
      fr: 'Des règles claires pour les serres, les cuisines et les chantiers, prêtes avant le premier jour d’alerte.',
      ar: 'قواعد واضحة للبيوت البلاستيكية والمطابخ وورش البناء، جاهزة قبل أول يوم إنذار.',
    },
    visibility: 'public',
    mayTakePart: 'registered',
    openedBy: 'person:lobianco',
    openedDay: -9,
    phases: [
      { name: 'listen', startDay: -8, endDay: 22, note: phaseNotes.listen },
      { name: 'discuss', startDay: 22, endDay: 45, note: phaseNotes.discuss },
      { name: 'propose', startDay: 45, endDay: 65, note: phaseNotes.propose },
      { name: 'decide', startDay: 65, endDay: 80, note: phaseNotes.decide },
      { name: 'answer', startDay: 80, endDay: 125, note: phaseNotes.answer },
      { name: 'follow', startDay: 125, endDay: 300, note: phaseNotes.follow },
    ],
    answeringBody: 'Regione, Direzione Lavoro, Casa e Inclusione',
    answerDueDay: 125,
  },
  {
    key: 'consultation:mestiere-mediazione',
    table: 'table:interregionale',
    title: {
      it: 'La mediazione è un mestiere',
      en: 'Mediation is a profession',
      fr: 'La médiation est un métier',
      ar: 'الوساطة مهنة',
    },
    summary: {
      it: 'Chi traduce e spiega in ospedale, a scuola e in Comune lavora spesso a ore, con un titolo che vale in una regione sola. I cinque Tavoli ne parlano insieme. Il voto è aperto.',
      en: 'Those who interpret and explain in hospitals, schools and town halls often work by the hour, with a certificate that counts in one region only. The five tables talk about it together. The vote is open.',
      fr: 'Celles et ceux qui traduisent et expliquent à l’hôpital, à l’école et à la mairie travaillent souvent à l’heure, avec un titre qui ne vaut que dans une région. Les cinq tables en parlent ensemble. Le vote est ouvert.',
      ar: 'من يترجم ويشرح في المستشفى والمدرسة والبلدية يعمل غالبا بالساعة، بشهادة لا يعترف بها إلا إقليم واحد. تتحدث الطاولات الخمس في ذلك معا. التصويت مفتوح.',
    },
    goal: {
      it: 'Un profilo, un titolo e una paga minima uguali nelle cinque regioni, e nessun figlio che traduce per i genitori.',
      en: 'One profile, one certificate and one minimum pay across the five regions, and no child interpreting for the parents.',
      fr: 'Un profil, un titre et une paie minimale identiques dans les cinq régions, et aucun enfant qui traduit pour ses parents.',
      ar: 'تعريف واحد وشهادة واحدة وحد أدنى واحد للأجر في الأقاليم الخمسة، ولا طفل يترجم لأهله.',
    },
    visibility: 'public',
    mayTakePart: 'registered',
    openedBy: 'person:monteleone',
    openedDay: -66,
    phases: [
      { name: 'listen', startDay: -65, endDay: -42, note: phaseNotes.listen },
      { name: 'discuss', startDay: -42, endDay: -26, note: phaseNotes.discuss },
      { name: 'propose', startDay: -26, endDay: -6, note: phaseNotes.propose },
      { name: 'decide', startDay: -6, endDay: 8, note: phaseNotes.decide },
      { name: 'answer', startDay: 8, endDay: 55, note: phaseNotes.answer },
      { name: 'follow', startDay: 55, endDay: 240, note: phaseNotes.follow },
    ],
    answeringBody: 'Le cinque Regioni, uffici Lavoro e Formazione',
    answerDueDay: 55,
  },
]
