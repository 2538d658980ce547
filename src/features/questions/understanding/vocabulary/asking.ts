/** How people ask: what they want done with what the question is about. */
export const ASKING = {
  how: 'hur, how, hurdan, hurdant',
  what: 'vad, what, va',
  howGoes: `
    hur går, hur gick, hur ser .. ut, hur såg .. ut, hur ligger, hur låg, hur står, hur stod, läge, =läget, status,
    hur mår, hur har .. gått, hur är det med, hur var, how is, how are, how's, how did, hows, hur lyckas,
    hur lyckades, hur artar, ser det ut, hur funkar det för, hur sköter, vad händer, hur tuffar, hur rullar, nuläge,
    how does .. look, rullar, på rätt väg, på gång, nuläget, hur långt, går det bra, går det dåligt, gå bra`,
  past: 'gick, blev, var, landade, slutade, såg, =uppnåddes, =nåddes, =nådde, =klarade, =höll, did, was, låg',
  future: 'kommer, ska, väntas, hinner, lyckas, klarar, =når, blir, tror, will, förväntas, hinna, klara',
  why: `
    varför, hur kommer det sig, hur kan det, beror, orsak, anledning, förklaring, kommentar, why, hurså, hur så,
    hur då, på grund, motivering, bakgrund, bakom, how come`,
  when: `
    =när, when, vilken dag, vilket datum, vilka datum, hur dags, senast .. ska, hur =länge, till =när, what date,
    vilken vecka`,
  who: 'vem, vems, who, whom, vilken person, vilka personer, kontaktperson, kontaktuppgift, vilken chef',
  which: 'vilka, vilken, vilket, which',
  show: `
    lista, visa, räkna upp, list, show, ge, hämta, redovisa, skriv ut, öppna, presentera, display, see, =se, ta fram`,
  all: 'alla, samtliga, all, =allt, var och en, varje, every, each, all',
  exists: 'vad .. finns, vilka .. finns, vad har vi för, vad har .. för, vad finns det för, hur många .. finns',
  howMany: 'hur många, hur manga, how many, =antal, =antalet',
  howMuch: 'hur mycket, hur stor, hur högt, how much, hur hög, hur låg, hur lågt, hur långt, vad ligger',
  define: `
    vad betyder, vad innebär, vad menas, vad menar .. med, betydelse, förklara, definiera, definition,
    vad står .. för, innebörd, begrepp, ordförklaring, vad är .. för något, vad är .. för nåt, vad är det för,
    meaning, means, define, explain, vad avses, vad ingår i, hur definieras, vad är det där, what does .. mean,
    berätta vad, vad heter, vad gör en, vad gör ett, kan du förklara, vad är egentligen, vad i hela, vad kallas`,
  whatIs: "vad är, va är, vad e, va e, what is, what's, whats, what are",
  computed: `
    hur räknas, hur beräknas, hur mäts, hur mäter, @judged, hur räknar, hur sätts, hur fungerar, hur funkar,
    hur görs, hur beräknar, hur tas .. fram, how does, how is .. calculated, how is .. measured, hur avgörs,
    hur definierar, hur tolkar, hur tolkas, hur läser`,
  judged: 'hur bedöms, hur bedömer, hur bedömdes, hur bedömas, hur graderas, hur sätts betyg',
  difference: 'skillnad, skilja, skiljer, difference, differensen',
  compare: `
    jämföra, jämför, jmf, jämförelse, jämfört, jfr, compare, compared, vs, versus, kontra, ställ .. mot, än,
    gentemot, i förhållande till, jämförbar, relation till, jämförs, i jämförelse, benchmark, mäta sig, står sig,
    står vi oss`,
  against: '=mot, kontra, vs, versus, gentemot, än',
  trend: `
    trend, utveckling, utvecklas, utvecklats, utvecklat, utvecklade, ändrats, =ändrat, =ändrades, förändrats,
    förändring, =förändras, förändrat, förändrades, över tid, över tiden, historik, historia, historiskt, tidsserie,
    bättre eller sämre, sämre eller bättre, upp eller ner, upp eller ned, fler eller färre, färre eller fler,
    mer eller mindre, mindre eller mer, ner eller upp, ökar eller minskar, minskar eller ökar, ökat eller minskat,
    stigit, sjunkit, genom åren, senaste åren, år för år, månad för månad, månad till månad, från år till år, =rört,
    trendar, development, over time, kurva, tillbaka i tiden, åt rätt håll, åt fel håll, rätt riktning,
    fel riktning, pilen, vart är .. på väg, ökat, =minskat, =ökar, =minskar, förbättrats, försämrats,
    blir det bättre, blir det sämre, har det blivit, har .. blivit bättre, har .. blivit sämre, har .. gått upp,
    har .. gått ner, går .. upp, går .. ner, =vänt, =vänder, stiger, sjunker, changed, utvecklingen, genom tiderna,
    hur har .. gått sedan, på väg upp, på väg ner, på väg ned, på väg åt, på uppgång, på nedgång`,
  graph: 'graf, diagram, kurva, linjediagram, stapeldiagram, chart, graph',
  best: `
    bäst, framgångsrik, starkast, best, duktigast, längst fram, främst, mest lyckad, =grönast, mest förbättrat,
    förbättring, =förbättrats, gynnsammast`,
  worst: `
    sämst, värst, sämsta, =rödast, svagast, worst, längst bak, problem, mest oroande, oroväckande, längst från,
    bekymmersam, störst bekymmer, mest efter, sämst till, längst ifrån, försämring, mest försenad`,
  highest: 'högst, störst, mest, flest, highest, most, dyrast, largest, biggest, maximal',
  lowest: 'lägst, minst, lowest, least, billigast, smallest, färst',
  rank: `
    ranka, rangordna, ranking, rangordning, topp, topplista, top, sortera, ordning, bottenlista, bottennapp,
    tio i topp, topplistan, rank`,
  improve: 'förbättring, förbättrat, förbättrats, ökning, improvement, framsteg, lyft',
  decline: 'försämring, försämrats, tapp, nedgång, försämrat, decline, ras',
  responsible: `
    ansvarar, ansvar, ansvarig, ansvariga, äger, ägare, responsible, accountable, owner, håller i, hand om,
    kontaktperson, kontakt, kontakta, prata, ringa, mejla, maila, höra av, vända, =rapportör, =rapportören,
    handläggare, vem sköter, vem driver, vem leder, vem gör, vem jobbar, vem bestämmer, vem godkänner,
    vem attesterar, vem rapporterar, vem lämnar, vem fyller, vem skriver, vem skickar, vem skrev, vem har skrivit,
    vem tog fram, vem har tagit fram, kontaktuppgift, vem är det som, vem kan svara, vem kan jag, vem ska jag,
    vem har hand, frågar jag, who reports, who owns, who do i, who should i, contact, vem signerar, vem svarar för,
    =jobbar med, =arbetar med, =bidrar till, vem har fyllt, vem beslutar, ordförande, chef, controller, ersättare,
    vem ersätter, vem vet mer, sprider, vems`,
  where: '=var, =vart, where, hur =rapporterar, hur =fyller, hur =lämnar, hur =gör',
  myself: '=jag, =min, =mig, =mitt, =mina, =my',
  model: 'styrmodell, röda tråden, röd tråd, vision, styrning, målkedja, governance model, mål och budget',
  someone: '=någon, =nån, =någon, anyone, anybody, =några',
  tell: 'berätta, vad hände, vad har hänt, tell, vad hänt, vad har vi gjort, beskriv',
  more: `
    visa mer, berätta mer, mer om, mer detaljer, detaljer, detaljerat, fler, resten, fördjupa, utveckla det, more,
    mer info, nästa sida, vad mer`,
  same: 'samma, likadant, detsamma, same, ditto, motsvarande',
  meant: `
    menade, menar, jag menar, alltså, meant, jag sa, istället, i stället, inte den utan, fel nämnd, fel mål, fel år,
    jag tänkte på`,
  and: '=och, =o, =and, =men, =då, =sen, =sedan, =plus, =eller, =å, what about, =also',
  no: '=nej, =nä, =nää, =nej, =no, =nope, =inte, =ne',
  it: `
    =det, =den, =dem, =dom, =de, =dessa, =denna, =detta, =deras, =dess, =it, =them, =that, =they, =those, =där,
    =henne, =honom`,
  now: `
    nu, just nu, idag, i dag, för närvarande, för tillfället, aktuell, now, today, currently, senaste nytt, nyaste,
    färskaste`,
  own: `
    =min, =mitt, =mina, !vår, !vårt, !våra, vart @committee, =my, =our, =egen, =egna, =eget, hos oss, för oss,
    för mig, från oss, från mig`,
  we: '=vi, =we',
  i: '=jag, =i, =mig, =vi, jag, =ja',
  not: `
    =inte, =ej, =icke, =not, haven, hasnt, havent, =ännu, =aldrig, hasn, =inget, =ingen, =ingenting, =utan, didn,
    =didnt, inte än, inte ännu, not yet, oklar`,
} satisfies Readonly<Record<string, string>>;
