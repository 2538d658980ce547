/** What isn't ours to answer or to do. A word of the plan is never foreign, whatever stands here. */
export const FOREIGN = {
  destroy: `
    =radera, =raderar, ta bort, =tabort, =släng, =töm, =tömma, =nollställ, =nollställa, =förstöra, =förstör,
    =förinta, =rensa, delete, drop, erase, wipe, destroy, remove, krascha, avinstallera, truncate, formatera,
    sabotera`,
  intrude: `
    lösenord, password, passord, instruktioner, instructions, systemprompt, prompt, prompten, hacka, hack, hackad,
    admin-lösenord, token, nyckel till, nycklar, credentials, jailbreak, kringgå, bypass, ignore,
    ignorera .. instruktion, glöm .. instruktion, inloggningsuppgifter, api-nyckel, källkod, script, exec, eval,
    sudo, personnummer, logga in som, låtsas, agera som, pretend, roleplay, developer mode`,
  weather:
    '=väder, =vädret, =regnar, =regn, =regna, snöar, snö, temperatur, =solen, weather, prognos .. väder, blåser, åska',
  food: 'lunch, mat idag, matsedel, recept, middag, fika, kaffe, restaurang, meny, lunchen, pizza',
  party: `
    parti, partier, partiet, rösta, röstar, val, valet, valresultat, valdag, moderaterna, socialdemokraterna,
    sverigedemokraterna, vänsterpartiet, centerpartiet, liberalerna, kristdemokraterna, miljöpartiet, politiskt,
    statsminister, regeringen, president, riksdag, riksdagen, opposition, =sitter, mandat, kommunalråd,
    kommunalrådet, partiledare, skattesats, skattesatsen, election, vote, koalition, majoriteten`,
  pay: `
    tjänar, lön, löner, lönen, arvode, arvoden, salary, löneförhöjning, bonus, tjäna, pension, lönesamtal, sparkas,
    sparka, avskeda`,
  private: `
    adress, bor han, bor hon, hemadress, telefonnummer, mobilnummer, ålder, gammal, gift, skild, sjuk idag,
    sjukskriven, diagnos, barn har, patient, klient, journal, brottsregister, skulder, privatliv, fru, födelsedag,
    hur gammal`,
  daily: `
    fredag, lördag, söndag, måndag, tisdag, onsdag, torsdag, klockan, vad är klockan, ledig, semester, jul,
    julafton, påsk, midsommar, sportlov, höstlov, öppettider, öppettid, öppet, stängt, buss, bussen, tåg, tåget,
    parkering, parkera, =böter, sophämtning, snöröjning, biljett, friday, monday, weekend, datum .. idag,
    veckonummer, vilken vecka är`,
  chores: `
    boka, bokning, skriv om, skicka pengar, swisha, mötesrum, rum, =skrivare, =skrivaren, översätt, översätta,
    translate, skriv .. dikt, dikt, mejl till, skriv .. mejl, skriv .. brev, berätta .. skämt, skämt, vits, joke,
    poem, sång, spela, musik, film, fotboll, hockey, match, matchen, sport, allsvenskan, aktie, aktier, börsen,
    bitcoin, krypto, horoskop, huvudstad, kända, kändis, google, googla, youtube, tiktok, facebook, chatgpt, robot,
    gpt, ai, dator, wifi, dejta, kärlek, älskar, meningen med livet, gud, räkna ut, =gånger, roten ur, läxa, läxor,
    program, kod, python, javascript, felanmäla, felanmälan, anmäla, ansöka, ansökan, bygga altan, låna bok,
    tandläkare, vaccin, passport, pass`,
  cases: `
    bygglovsansökan, mitt ärende, min ansökan, mitt bygglov, plats på förskola, köplats, min faktura, faktura,
    fakturor, betala, mitt barn, min mamma, min pappa, mina barn, grannen, granne, klaga, klagomål, överklaga,
    mitt försörjningsstöd, min hemtjänst`,
  company: `
    bostäder, bostad, bolag, bolaget, kommunalbolag, förbund, energi, fastigheter, stiftelse, stiftelsen, hamnbolag,
    aktiebolag, ab, räddningstjänst, kommunalförbund, södertörns, vattenbolag, energibolag, bostadsbolag,
    bostadsbolaget, koncernbolag, dotterbolag, bolagen, ab:t`,
} satisfies Readonly<Record<string, string>>;
