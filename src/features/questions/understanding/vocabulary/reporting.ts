/** Reporting: forms, who has answered, deadlines, approvals. */
export const REPORTING = {
  submitted: `
    =lämnat, fått in, =svara, lämnade, inlämnat, =inlämnad, =inlämnade, =rapporterat, =rapporterade, inrapporterat,
    =svarat, =svarade, skickat, =skickade, inskickat, =fyllt, fyllt i, reported, submitted, handed in, answered,
    =inkommit, kommit in, =lämna, =lämnas, =svarar, =rapporterar, =skickar, redovisat, sänt in, =lämnar, responded,
    report yet`,
  submittedPast: '=lämnade, =rapporterade, =skickade, =svarade, =godkändes, =lämnades, =publicerades',
  done: `
    =klar, =klart, =klara, färdig, färdiga, färdigt, avslutad, slutförd, done, ready, finished, complete, =gjord,
    =gjort, =inne, avklarad, slutfört, avslutade, hemma, genomförd, genomfört, i mål, bockat av, avbockad`,
  approved: `
    godkänd, godkänt, godkända, godkännas, godkänns, signerad, signerat, attesterad, approved, påskriven,
    underskriven, signera, signed, godkännande, fastställd`,
  published: 'publicerad, publicerat, publicerats, publiceras, postat, postad, published, utskickad, publicerades',
  publish: '=posta, =publicera, =dela, =skicka ut, lägg upp, lägg ut, post, publish, share',
  decided: `
    beslutat, beslutade, beslutad, beslutar, beslut, antagen, antog, antagit, behandlas, behandlat, tas upp,
    klubbas, fullmäktigebeslut, decision, decided`,
  council: 'fullmäktige, kommunfullmäktige, kf, council',
  unapprove: `
    =öppna .. igen, lås upp, låsa upp, häva, ångra godkännande, ta tillbaka godkännande, backa godkännande,
    ogiltigförklara, återöppna, unlock, reopen, ta bort godkännandet, ta tillbaka signering`,
  missing: `
    saknas, =saknar, fattas, missing, återstår, =uteblivit, uteblivna, väntar vi, inväntar, utestående, =kvar,
    släpar, släpat, =obesvarade, obesvarad, ligger efter, ligger .. efter med, missat att, missat .. =rapportera,
    missat .. =lämna, =sena med, =sen med, glömt, glömde, skyldig, fattades`,
  late: `
    försenad, försenade, försenat, =sen, =sena, =sent, late, overdue, eftersläpande, försening, för sent,
    efter tidplan, efter plan, bakom, passerat, släpar, dröjer, delayed, förfallen, efter deadline`,
  ongoing: 'pågår, pågående, ongoing, igång, påbörjad, påbörjade, påbörjat, på gång, pågick, started',
  notStarted: `
    ej påbörjad, inte påbörjad, inte påbörjats, ej påbörjade, inte påbörjade, inte startat, inte startade,
    ej startad, inte börjat, inte kommit igång, not started, ostartad, inte igång, inte .. påbörjat, ej påbörjats,
    inte ens börjat`,
  cancelled: 'avbruten, avbrutna, inställd, inställda, nedlagd, struken, cancelled',
  open: 'öppen, =öppna, =öppet, =öppnar, =öppnas, opens, open, stänger, stängs, låst, låses, låser, closes',
  due: `
    ska .. vara klar, ska .. vara inne, ska .. lämna, ska .. lämnas, ska .. in, ska .. skicka, ska .. rapportera,
    ska .. rapporteras, ska .. klar, =lämnas, =dags, bråttom, måste .. klar, måste .. in, måste .. lämna,
    måste .. rapportera, ska vi vara klara, skall .. in, behöver .. in, =förfaller, =stänger, =stängs, =öppnar,
    =öppnas, =låses, =låser, kommer .. ut, presenteras, redovisas, inlämnas, due`,
  deadlineSaid: `
    deadline, stoppdatum, slutdatum, =senast, tidsfrist, sista dag, sista dagen, sista datum, sista inlämning,
    inlämningsdatum, sista svarsdag, svarsdatum, hur =länge har, hur lång tid har, har .. på mig, har .. på oss,
    tidplan, tidsplan, årshjul, uppföljningsplan, hur många dagar, hinner, when .. due, when .. deadline, duedate,
    sista inlämningsdag, dagar kvar, tid kvar, hinna, nästa rapportering, nästa rapport, nästa inlämning,
    nästa uppföljning`,
  reportVerb: '=rapportera',
  startReport: `
    jag .. =rapportera, vi .. =rapportera, vill .. =rapportera, ska .. =rapportera, kan .. =rapportera,
    dags .. =rapportera, börja .. =rapportera, =rapportera .. in, starta .. @report, börja .. @report,
    påbörja .. @report, öppna .. @form, visa .. @form, =skicka .. @form, ge .. @form, hämta .. @form, få .. @form,
    upp .. @form, hitta .. @form, =formuläret, =formulär, fyller jag i, =fylla i, =fyll i, =lämna in .. siffror,
    =lämna .. siffror, =lämna min, =lämna vår, =lämna mitt, =lämna prognos, =lämna .. prognos, =lämna .. utfall,
    =lämna .. rapport, registrera, =mata in, =lägga in, =lägg in, =knappa in, =skicka in, rapporterar jag,
    rapporterar vi, var rapporterar, hur rapporterar jag, want to report, report now, start report, submit report,
    =redovisa, =göra .. rapport, =göra .. rapportering, =göra .. rapporten, =göra månadsrapporten, fyller .. i,
    =fortsätta .. rapport, =fortsätt .. rapport, =rapportera .. för, =lämna mina, =lämna in, ge mig .. kortet,
    =starta rapportering, =lämnar .. siffror, lämnar jag, lämnar vi, mitt kort, mitt formulär`,
  wroteWrong: `
    
    skrev|skrivit|skriva|matat|matade|angav|angett|tryckte|tryckt|fyllde|fyllt|la|lade|lagt|slog|slagit|skickade|skickat|knappade|knappat|rapporterade|rapporterat|registrerade|registrerat .. fel,
    blev fel, blivit fel, fel siffra, fel siffror, fel utfall, fel prognos, fel värde, fel belopp, fel tal, råkade,
    råka, felskrivning, skrivfel, felrapporterat, slarvfel, mistake, wrong number, wrong figure, tappade en nolla,
    nolla för mycket, nolla för lite, fel period`,
  correct: `
    =rätta, ändrar jag, ändrar vi, hur ändrar, =rättar, =rättelse, rätta till, korrigera, korrigerar, korrigering,
    =ändra .. siffra, =ändra .. utfall, =ändra .. prognos, =ändra .. värde, =ändra .. rapport, =ändra .. kommentar,
    =ändra .. svar, !ändra, justera .. siffra, justera .. utfall, justera .. prognos, justera, uppdatera .. siffra,
    uppdatera .. prognos, uppdatera .. utfall, uppdatera .. värde, =fixa, komplettera, ersätta .. siffra,
    ta tillbaka .. svar, ta tillbaka .. rapport, ångra .. svar, ångra .. rapport, ångra mig, =göra om, revidera,
    edit, change my, fix my, correct, =byta .. siffra, ändring, dra tillbaka`,
  remind: `
    =påminn, =påminna, skicka .. påminnelse, remind, send .. reminder, nudge, stöt på, puffa, pusha på, =jaga,
    tjata, mana på, skicka påminnelse, ping, pinga`,
  canYou: `
    kan man, kan jag, går det att, kan du, kan ni, är det möjligt, får man, får jag, can i, can you, is it possible,
    hur kan jag, hur gör, hur ska jag göra, hur får jag, how do i, how can i, var kan jag, var hittar, var finns,
    var ser, vart hittar, var gör`,
  export: `
    exportera, export, excel, pdf, csv, ladda ner, ladda ned, ladda hem, utskrift, skriva ut, powerpoint, word,
    download, fil, xlsx, print`,
  helpWords: `
    =hjälp, =hjälpa, help, vad kan du, vad kan man, vad kan jag, vad får jag, vad klarar du, vad förstår du,
    hur använder, hur används, kommando, instruktion, manual, lathund, exempel på fråg, exempelfrågor,
    vad går det att, vilka frågor, what can, hur fungerar du, hur funkar du, hur fungerar det här,
    hur funkar det här, hur fungerar den här, hur fungerar boten, hur funkar boten, hur funkar tjänsten, guide,
    instruktioner, supporten, support, vad är du, vem är du, hur frågar, hur ställer, hur gör jag, vad gör du,
    hur börjar, kom igång, loggar .. in, logga in, tutorial, tips, användarhandledning, kan ingenting, ny här,
    hur pratar, ge exempel, fler exempel, nästa steg, vad ska jag göra, vad gör jag nu, vem ser, vem kan se,
    vem får se, who are you, vad ska jag skriva, vad ska jag fråga`,
  botThings: `
    boten, bot, botten, appen, app, chatt, chatten, chatbot, teams, notis, notiser, påminnelse, påminnelser, språk,
    engelska, flik, fliken, aviseringar, prenumerera, behörighet, inloggning, logga in, tjänsten, verktyget,
    systemet, länk, knapp`,
  belowTarget: `
    @not =når, @not nått, @not nådde, @not nås, @not klarar, @not klarat, @not uppnår, @not uppnått, @not uppnåddes,
    @not uppfyllt, @not uppfylla, @not uppfylls, @not uppfyllda, under mål, under målet, under målvärde,
    under målvärdet, under målnivå, below target, missar, missat, missade, sämre än mål, sämre än målet,
    utanför mål, =når @not, nått @not, =når .. @not, off target, @not i mål, ligger @not till`,
  reachedTarget: `
    nått .. mål, =når .. mål, nådde .. mål, klarar .. mål, klarat .. mål, uppnått .. mål, över målet,
    över målvärdet, bättre än målet, on target, har nått, uppnår .. mål, klarade .. mål`,
  target: `
    målvärde, målvärdet, måltal, målnivå, mot målet, med målet, jämfört med mål, mot mål, till målet, target,
    mot målvärdet, målsättning, riktvärde, än målet, i förhållande till mål, än målvärdet, från målet`,
  ofTarget: '=når, nås, klarar vi, klarar, uppnår, nådde, nådde vi, klarade, klara, reach, meet, hit',
  keyFigure: 'nyckeltal, utan målvärde, utan mål, inget målvärde, key figures, saknar målvärde',
  red: '=röd, =röda, =rött, red, =rödmarkerade, rödmarkerad, =rödlistade, underkänd',
  yellow: '=gul, =gula, =gult, yellow, =gulmarkerade, delvis uppfyllda, delvis uppfyllt',
  green: '=grön, =gröna, =grönt, green, =grönmarkerade, helt uppfyllda',
  noValue: `
    @not fått värde, @not .. värde, saknar värde, utan värde, saknar siffra, saknar data, inte mätts,
    inte uppdaterats, saknar mätvärde, saknar utfall, utan utfall, utan data, tomma, inget värde`,
} satisfies Readonly<Record<string, string>>;
