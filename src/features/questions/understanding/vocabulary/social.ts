/** What people say to be polite, or to say that an answer was no good. */
export const SOCIAL = {
  greeting: `
    hej, hejsan, hejhej, tjena, tjenare, tja, tjo, hallå, halloj, hallojsan, morrn, morn, god morgon, godmorgon,
    goddag, god dag, god kväll, godkväll, god eftermiddag, hi, hello, hey, good morning, yo, tjabba, mors, hejj,
    hello there, tjenixen, hallåj`,
  thanks: `
    tack, tackar, thx, thanks, thank you, tackade, tusen tack, tack så mycket, ty, bra jobbat, snyggt, suveränt,
    perfekt, toppen, grymt, utmärkt, kanon, kanonbra, jättebra, tackis, strålande, bra svar, nice, great, awesome,
    fint, underbart, tacksam, bra jobb, good job, schysst, finemang, tackar ödmjukast`,
  bye: 'hejdå, hej då, adjö, bye, vi hörs, ha det bra, trevlig helg, god natt, trevlig dag, ses, goodbye',
  filler: `
    =du, =alla, =där, =igen, =på, =dig, =så, =mycket, =för, =hjälpen, =då, =det, =bockar, =so, =kindly, =svaret,
    =snälla, =bra, =bot, =boten, =botten, =kompis, =vännen, =var, =ok, =okej, =ja, =jo, =jag, =är, =vi, =the, =a,
    =lot, =much, =very, =you, =there, =ödmjukast, =att, =nu, =allt, =jobbat, =snabba, =snabbt, =hur, =mår, =läget,
    =läge, =i, =dag, =idag, =även, =ni, =de, =va, =bästa, =jobb, =mvh, =svar`,
  personal: `
    är du, mår du, tycker du, gillar du, heter du, bor du, vill du, känner du, kan du älska, gör du ikväll, are you,
    do you`,
  judging: `
    är det bra, är det dåligt, är det ok, är det okej, är det högt, är det lågt, is that good, bra eller dåligt,
    är det mycket, är det lite, är det illa`,
  complaint: `
    stämmer inte, stämmer ej, stämmer verkligen inte, det är fel, det var fel, är fel, är ju fel, var fel, blir fel,
    inte rätt, inte korrekt, helt fel, fel svar, inte vad jag, inte det jag, inte så jag, du förstår inte,
    du fattar, förstår inte, förstod inte, fattar inte, fattar ingenting, begriper inte, vad menar du,
    vad pratar du, hur menar du, va fan, nonsens, dumheter, konstigt, skumt, tror inte på, kan inte stämma,
    dåligt svar, värdelös, värdelöst, kass, wrong, not right, incorrect, tvivlar, stämma .. verkligen, inte så,
    orimligt, knasigt, felaktig, felaktigt, märkligt, that is not right, what do you mean, låter fel, ser fel,
    verkar fel, missförstod, missuppfattade, inte svar på`,
  yesNo: `
    =ja, =jo, =japp, =jepp, =yes, =ok, =okej, =nej, =nä, =no, =kanske, =vet, =jaha, =aha, =hm, =hmm, =öh, =eh, =mm,
    =jasså, =va, =what, =huh, =test, =testar, =jaså, =ehh`,
} satisfies Readonly<Record<string, string>>;
