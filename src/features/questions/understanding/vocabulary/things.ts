/** What questions are about, in words that every municipality uses. */
export const THINGS = {
  goal: `
    mål, kf-mål, kfmål, nämndmål, delmål, effektmål, fullmäktigemål, kommunfullmäktigemål, verksamhetsmål,
    resultatmål, goal, objective, inriktningsmål`,
  councilLevel: `
    kf-mål, kfmål, fullmäktigemål, kommunfullmäktigemål, fullmäktige @goal, kf @goal, fullmäktiges @goal,
    övergripande @goal`,
  committeeLevel: 'nämndmål, nämndernas @goal, nämndens @goal',
  subLevel: 'delmål',
  goalArea: 'målområde, fokusområde, målområdet, strategiskt område',
  indicator: `indikator, nyckeltal, mätetal, kpi, kpier, indicator, mått, key figure, mätvärde`,
  committee: 'nämnd, förvaltning, committee, kontor, facknämnd, board, förv',
  municipality: `
    kommun, kommunen, totalt, kommuntotal, =hela, koncern, samtliga, kommungemensam, municipality, överlag,
    sammantaget, kommunövergripande`,
  report: `
    rapport, uppföljning, rapportering, report, redovisning, månadsrapport, månadsuppföljning, tertialrapport,
    delårsrapport, årsredovisning, inrapportering`,
  monthReport: `
    månadsrapport, månadsuppföljning, månadsbokslut, månadsrapportering, monthly report, månadssiffror,
    månads @report, månadens @report`,
  tertialReport: `tertialrapport, tertialuppföljning, tertialbokslut, tertialrapportering, tertial @report`,
  interimReport:
    'delårsrapport, delårsbokslut, delår, delårsuppföljning, delårs @report, interim report, halvårsrapport',
  annualReport: `
    årsredovisning, årsbokslut, bokslut, årsrapport, helårsrapport, helårsbokslut, års @report, annual report,
    verksamhetsberättelse, ÅR-rapport`,
  summary: `
    sammanfatta, sammanfattning, summera, summering, summary, summarize, huvuddrag, höjdpunkt, kortversion, resumé,
    det viktigaste, i korthet, i stora drag, viktigaste punkterna, =överblick, =översikt, =översikten, lägesbild,
    lägesrapport`,
  content: `
    vad står det, vad stod det, vad säger, vad sa, vad sade, vad skrev, innehåll, vad handlar, vad visar,
    vad visade, what does .. say`,
  commitment: 'åtagande, insats, commitment, utfästelse',
  assignment: 'uppdrag, assignment, kf-uppdrag, fullmäktigeuppdrag',
  activity: 'aktivitet, activity, activities, handlingsplan, delaktivitet',
  investment: 'investering, investeringsprojekt, projekt, investment, investeringsbudget',
  planThing: 'plan, plans, flerårsplan, styrdokument, verksamhetsplan',
  opinion: 'nöjd, =tycker, upplever, omdöme, betygsätter, uppskattar, =känner',
  reminder: 'påminnelse, reminder',
  women: '=kvinna, =kvinnor, =kvinnors, =kvinnorna, =kvinnornas, =tjejer, =flickor, women, female',
  men: '!män, =mäns, =männen, =männens, =killar, =pojkar, =men, male',
  periodThing: 'period, rapportperiod, rapporteringsperiod, månad, uppföljning',
  businessArea: 'verksamhet, verksamhetsområde, affärsområde, enhet, avdelning',
  measures: '=åtgärder, åtgärd, åtgärdsplan, motåtgärd, =åtgärderna, measures',
  deadlineThing:
    'deadline, stoppdatum, slutdatum, sluttid, tidsfrist, tidplan, tidsplan, inlämningsdag, kalender, årshjul',
  form: 'formulär, formularet, blankett, form, mall, månadskort, kortet',
  figures: `
    siffra, tal, statistik, data, värde, nivå, uppgift, figures, number, resultatet, läge, situation, kurva, graf,
    diagram, mätning, i procent, procent av, hur många procent`,
  gradeWords: `
    betyg, bedömning, bedöma, bedöms, färg, måluppfyllelse, =uppfyllt, =uppfyllda, =uppnått, =uppnådda, =uppfylld,
    uppfyllelse, grade, målbedömning`,
  source: `
    källa, tillförlitlig, pålitlig, lita, stämma, =stämmer, korrekt, säker, osäker, reliable, trust,
    kvalitetssäkrad, dubbelkolla`,
} satisfies Readonly<Record<string, string>>;
