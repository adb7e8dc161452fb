import type { BriefContent } from './shape.ts'

export const briefs: BriefContent[] = [
  {
    key: 'brief:casa-lavoro',
    consultation: 'consultation:casa-lavoro',
    publishedDay: -28,
    publishedBy: 'person:ferrante',
    title: {
      it: 'Casa e lavoro: che cosa chiede il Tavolo della Sicilia',
      en: 'Home and work: what the Sicily table asks',
      fr: 'Logement et travail : ce que demande la table de Sicile',
      ar: 'السكن والعمل: ماذا تطلب طاولة صقلية',
    },
    introduction: {
      it: `Per quarantacinque giorni associazioni, servizi, sindacati e imprese hanno scritto che cosa manca a chi lavora in Sicilia, ognuno nella propria lingua. Poi ne hanno parlato in tre serate.

Le parole che tornano di più sono: prima, insieme, subito. I posti letto prima della raccolta. L’autobus all’ora in cui si lavora. La giornata scritta nella stessa settimana in cui è stata lavorata.

Non tutti erano d’accordo su tutto. Una proposta non è passata, e le ragioni di chi ha votato contro sono scritte accanto a quelle di chi ha votato a favore.`,
      en: `For forty-five days associations, services, unions and companies wrote what is missing for those who work in Sicily, each in their own language. Then they talked it through over three evenings.

The words that come back most are: earlier, together, now. Beds before the harvest. The bus at the hour when people work. The working day written down in the same week it was worked.

Not everyone agreed on everything. One proposal did not pass, and the reasons of those who voted against stand beside those of who voted in favour.`,
      fr: `Pendant quarante-cinq jours, associations, services, syndicats et entreprises ont écrit ce qui manque à celles et ceux qui travaillent en Sicile, chacun dans sa langue. Ils en ont ensuite parlé pendant trois soirées.

Les mots qui reviennent le plus sont : avant, ensemble, tout de suite. Les lits avant la récolte. Le bus à l’heure où l’on travaille. La journée déclarée la semaine même où elle a été travaillée.

Tout le monde n’était pas d’accord sur tout. Une proposition n’est pas passée, et les raisons de celles et ceux qui ont voté contre sont écrites à côté des autres.`,
      ar: `خلال خمسة وأربعين يوما كتبت الجمعيات والخدمات والنقابات والشركات ما ينقص من يعملون في صقلية، كل بلغته. ثم تحدثوا عنه في ثلاث أمسيات.

الكلمات التي تكررت أكثر من غيرها هي: قبل، معا، الآن. الأسرة قبل موسم القطف. الحافلة في ساعة العمل. ويوم العمل يسجل في الأسبوع نفسه.

لم يتفق الجميع على كل شيء. لم يحصل أحد المقترحات على الموافقة، وأسباب من صوتوا ضده مكتوبة إلى جانب أسباب المؤيدين.`,
    },
    next: {
      it: `La Regione risponde per iscritto a ognuna delle cinque proposte approvate entro cinquanta giorni. Se non risponde, su questa piattaforma si vede il ritardo.

Ogni risposta arriva a chi ha scritto i bisogni da cui la proposta è nata. La pagina di ogni bisogno racconta che cosa ne è stato.

Dopo le risposte comincia la fase in cui si segue quello che viene fatto: ogni tre mesi il Tavolo confronta le date promesse con quelle vere, e le associazioni dicono se sul posto qualcosa è cambiato.

I bisogni che non sono entrati in una proposta, come l’acqua e l’ombra nelle serre, la residenza e gli infortuni, restano aperti: sono all’ordine del giorno del prossimo incontro.`,
      en: `The Region answers each of the five approved proposals in writing within fifty days. If it does not, this platform shows the delay.

Each answer reaches those who wrote the needs from which the proposal was born. The page of each need tells what became of it.

After the answers we follow what is done: every three months the table compares the promised dates with the real ones, and the associations say whether anything has changed on the ground.

The needs that did not enter a proposal, such as water and shade in the greenhouses, residence and accidents at work, stay open: they are on the agenda of the next meeting.`,
      fr: `La Région répond par écrit à chacune des cinq propositions approuvées dans un délai de cinquante jours. Si elle ne répond pas, le retard se voit sur cette plateforme.

Chaque réponse arrive à celles et ceux qui ont écrit les besoins d’où la proposition est née. La page de chaque besoin raconte ce qu’il est devenu.

Après les réponses, on suit ce qui est fait : tous les trois mois, la table compare les dates promises et les vraies dates, et les associations disent si quelque chose a changé sur place.

Les besoins qui ne sont pas entrés dans une proposition, comme l’eau et l’ombre dans les serres, la résidence et les accidents du travail, restent ouverts : ils sont à l’ordre du jour de la prochaine réunion.`,
      ar: `يجيب الإقليم كتابة عن كل واحد من المقترحات الخمسة الموافق عليها خلال خمسين يوما. وإن لم يجب ظهر التأخير على هذه المنصة.

يصل كل جواب إلى من كتبوا الاحتياجات التي ولد منها المقترح، وتحكي صفحة كل احتياج ماذا حدث له.

بعد الأجوبة تبدأ مرحلة المتابعة: كل ثلاثة أشهر تقارن الطاولة المواعيد الموعودة بالمواعيد الفعلية، وتقول الجمعيات هل تغير شيء على أرض الواقع.

أما الاحتياجات التي لم تدخل في مقترح، مثل الماء والظل في البيوت البلاستيكية والإقامة وحوادث العمل، فتبقى مفتوحة وهي على جدول أعمال الاجتماع القادم.`,
    },
  },
]
