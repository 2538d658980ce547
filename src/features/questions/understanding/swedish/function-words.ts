import { fold } from './fold.ts';

/** Words that carry no meaning of their own: never looked for among names, and never taken for a misspelling. */
const FUNCTION_WORDS = `
    och eller men att som om för till från av med utan på i ur vid hos mot efter före innan under över mellan genom
    kring runt inom utom åt sedan sen då nu när var vart där här dit hit en ett den det de dem dom denna detta dessa
    sin sitt sina min mitt mina din ditt dina vår vårt våra er ert era han hon hen jag du vi ni man mig dig oss
    honom henne sig deras dess är varit vara blir bli blev blivit ha har hade haft ska skall skulle kan kunde kunna
    vill ville måste bör får fick få gör gjorde göra gjort går gick gå gått kommer kom komma kommit ser såg se finns
    fanns finnas ligger låg ligga står stod stå inte ej icke aldrig inget ingen inga något någon några nåt nån alla
    allt all varje vilken vilket vilka vad vem vems hur varför så ju väl nog bara också även ens redan ännu
    fortfarande alltså egentligen lite mycket mer mest många snälla tack hej ok okej ja nej jo nä o å t ex dvs bl
    annat typ liksom ba asså dock samt både varken antingen tex ca cirka jaså hörru kolla undrar undra säg säga vet
    veta tror fråga the a an of for to in on at and or is are was were be been do does did has have had how what who
    which when why where this that these those it its our my your we you they them not no yes please me us with by
    from about as any there bland ibland länge längre upp ner ned gång samma sådan sådana själv hela lilla exakt
    ungefär gärna kanske faktiskt nyss snart igen tillbaka iväg vidare heller därför eftersom medan fast per tom iom
    pga angående gällande avseende beträffande rörande ang`;

const FORMS: ReadonlySet<string> = new Set(FUNCTION_WORDS.trim().split(/\s+/));
const WITHOUT_DOTS: ReadonlySet<string> = new Set([...FORMS].map(fold));

/** `när`, and `nar` from a phone without dots; but `mal` is no `mål` that somebody else wrote. */
export function isFunctionWord(word: string): boolean {
  return FORMS.has(word) || (word === fold(word) && WITHOUT_DOTS.has(word));
}

/** True when the word is one only for want of dots: then it may be something else as well (`NAN` and `nån`). */
export function isFunctionWordUndotted(word: string): boolean {
  return !FORMS.has(word) && isFunctionWord(word);
}

/** Ordinary words that mean nothing to us. They are known, so that they aren't taken for misspelled ones of ours. */
const ORDINARY = `
    förstår förstå förstod menar mena anser tycker tycka tyckte tänker tänka tror troligen behöver behöva behövs
    undrar önskar hoppas försöker försöka använda händer hända händelse hände börjar börja börjat slutar sluta
    fortsätter fortsätta öppnar stänger skickar skriver skriva skrev säger sade pratar prata berätta berättar
    beskriv beskriva visar visade tittar titta kolla kollar letar leta hitta hittar söker söka väntar vänta lämnar
    lämna tagit fått getts hör höra hört känner känna känns lära lärt bygger bygga köper köpa säljer sälja betalar
    betala kör köra åker åka springer sitter sitta stoppa dag dagar dagen vecka veckan veckor tid tiden timme timmar
    stund morgon morgonen kvällen natt natten helg helgen imorgon igår idag ikväll nyligen sällan ofta alltid ibland
    sak saker grej grejer grejen fråga frågor frågan svar svaret svara ord ordet namn namnet text texten sida sidan
    lista bild bilden exempel sätt anledning skäl problem problemet lösning hjälp hjälpa folk människa människor man
    kvinna kvinnor män kille tjej barn person personer chef chefen kollega kollegor politiker politikern ordförande
    ledamot direktör direktören kommundirektör kommundirektören sekreterare bra bättre bäst dålig dåligt sämre sämst
    stor liten lång kort hög låg snabb snabbt långsam långsamt viktig viktigt viktigaste rätt fel sann sant falsk ny
    gammal nya gamla svår svårt lätt enkel enkelt rolig roligt tråkig tråkigt konstig konstigt fin fint hemma borta
    ute inne uppe nere framåt bakåt vänster höger först sist stan staden landet världen huset hus hem väg vägen bil
    bilen park parken torg butik affär plats platsen ställe stället dricka äta mat fest musik bok tack snälla gärna
    kanske nog väl precis ungefär egentligen faktiskt verkligen absolut självklart tydligen antagligen riktigt
    ganska väldigt jätte mycket lite massor hälften`;

export const ORDINARY_WORDS: readonly string[] = ORDINARY.trim().split(/\s+/).map(fold);

const ORDINARY_FORMS: ReadonlySet<string> = new Set(ORDINARY.trim().split(/\s+/));

export function isOrdinaryWord(word: string): boolean {
  return ORDINARY_FORMS.has(word);
}
