import type { AbsenceProblem } from './features/absences/say-away.ts';
import type { PromptProblem } from './features/outcomes/find-prompt.ts';
import type { CorrectionProblem } from './features/outcomes/open-correction.ts';
import type { AdoptProblem } from './features/planning/adopt-part.ts';
import type { ConfirmProblem } from './features/planning/confirm-upload.ts';
import type { PartProblem } from './features/planning/hand-in-part.ts';
import type { DaysProblem } from './features/questions/interpret-days.ts';

/** Swedish for what a person can do something about. A code without a text does not compile. */
export const promptProblems: Record<Exclude<PromptProblem['code'], 'LOCKED'>, string> = {
  NOT_YOURS:
    'Kortet gäller inte dig eller finns inte. Skriv "visa formuläret" i vår egen chatt, så får du det som är ditt.',
  OTHER_CONVERSATION: 'Öppna kortet i din egen chatt med mig. Skriv "visa formuläret" där.',
  NOT_OPEN_YET: 'Den perioden har inte öppnat ännu.',
  REHEARSAL: 'Det här är en repetition. Inget sparas från kortet.',
};

export const texts = {
  cardOutdated: 'Kortet är inaktuellt. Skriv "visa formuläret", så får du det som gäller.',
  unknownAction: 'Okänd åtgärd.',
  malformedCard: 'Kortets innehåll går inte att läsa.',
  notSupported: 'Den sortens knapp stöds inte här.',
  notStored:
    'Jag kommer inte åt lagret just nu, så jag vet inte om svaret är sparat. Det du skrev står kvar: vänta en stund och tryck igen. Samma svar sparas bara en gång.',
  noStorage: 'Jag kommer inte åt lagret just nu. Försök igen om en stund.',
  failed: 'Något gick fel hos mig. Inget du skrev är borta. Försök igen om en stund.',
  formInPersonalChat: 'Formuläret visar jag bara i vår egen chatt. Öppna den och skriv "visa formuläret".',
  statusInPersonalChat:
    'I en kanal visar jag bara det som är godkänt, och inget är godkänt ännu. Fråga mig i vår egen chatt.',
  coverageInPersonalChat: 'Täckningen visar jag bara i vår egen chatt. Fråga mig där.',
  notInRoster:
    'Du finns inte bland kommunens kontakter i planen, så jag kan bara visa det som är godkänt, och inget är godkänt ännu. Kontakta din controller.',
  noForm: 'Du har inget formulär att svara på. Formulären går till nämndernas rapportörer och ersättare.',
  seeNextMessage: 'Svaret står i nästa meddelande.',
  nothingOpen: 'Ingen uppföljning har öppnat ännu.',
  noPlan: 'Ingen plan är inläst ännu. Be administratören läsa in Mål och budget.',
  correctionInPersonalChat: 'Rätta gör vi bara i vår egen chatt. Öppna den och skriv till exempel "rätta oktober".',
  /** On the receipt of what was stored before, when a reason came with the same content. */
  nothingChanged: 'Inget var ändrat, så varken svaret eller skälet är sparat.',
  /** Behind the sentence that a month is locked. */
  typedIsKept:
    'Inget är ändrat. Det du skrev är sparat som ett utkast som bara du ser. Skriv "rätta" och månaden här i chatten, så visar jag det igen.',
  typedIsTooLong: 'Inget är ändrat. Det du skrev är för långt för att sparas: kopiera det från kortet.',
} as const;

/** Why a month is not opened to be corrected. */
export const correctionProblems: Record<Exclude<CorrectionProblem['code'], 'LOCKED'>, string> = {
  NO_PLAN: texts.noPlan,
  NOT_ALLOWED:
    'Nämndens siffror rättas av nämndens rapportör och ersättare så länge månaden är öppen, och annars av controllern.',
  NOTHING_OPEN: texts.nothingOpen,
  WHICH_COMMITTEE: 'Vilken nämnd? Skriv till exempel "rätta oktober för socialnämnden".',
  UNKNOWN_MONTH: 'Vilken månad? Skriv den till exempel som oktober, okt 2026 eller 2026-10.',
  NOT_FOLLOWED_UP: 'Planen följer inte upp den månaden.',
  OPENS_LATER: 'Den månaden har inte öppnat ännu.',
  COMMITTEE_NOT_ASKED: 'Nämnden redovisar inte den månaden.',
};

/** What a person is told about a file that was sent or asked for. */
export const fileTexts = {
  oneAtATime: 'En fil i taget. Skicka den fil som jag ska läsa.',
  unreadable: 'Jag kunde inte hämta filen. Skicka den igen.',
  wrongKind: 'Skicka en .xlsx-fil (högst 5 MB).',
  personalChatOnly: 'Skicka filen till mig i vår egen chatt.',
  notYours: 'Bara controllern och administratören läser in planen. Nämndens kontakter kan skicka nämndens egen del.',
  stillReading: 'Jag läser redan en fil från dig. Vänta på svaret och skicka sedan nästa.',
  addressRefused: 'Filen ligger inte där Teams lägger filer, så jag hämtar den inte. Skicka den igen härifrån chatten.',
  tooLarge: 'Filen är för stor. Skicka en .xlsx-fil (högst 5 MB).',
  cardNotYours:
    'Kortet gäller inte dig eller finns inte. Skicka filen till mig i vår egen chatt, så får du ett eget kort.',
  gone: 'Länken till filen gäller inte längre. Skicka filen igen.',
  tooSlow: 'Det tog för lång tid att hämta filen. Skicka den igen.',
  notFetched: 'Filen gick inte att hämta just nu. Skicka den igen om en stund.',
  notOffered: 'Den filen lämnar jag bara till controllern, administratören och nämndens egna kontakter.',
  askedInPersonalChat: 'Filer lämnar jag bara i vår egen chatt. Be om filen där.',
  whichCommittee: 'Vilken nämnd? Skriv nämndens namn följt av ordet del, till exempel "socialnämndens del".',
  noAnnualReport: 'Planen har ingen årsredovisning för förra året att bygga nästa plan på.',
  notPut: 'Filen gick inte att lägga i din OneDrive. Be om den igen.',
  declined: 'Då skickar jag ingen fil.',
} as const;

/** What is said to a press that can't put a plan in force; a plan that has changed meanwhile gets a card instead. */
export const confirmProblems: Record<Exclude<ConfirmProblem['code'], 'PLAN_CHANGED'>, string> = {
  NOT_ALLOWED: 'Bara controllern och administratören läser in planen.',
  NO_SUCH_CHOICE: 'Kortet är inaktuellt. Skicka filen igen.',
  PLAN_HAS_ERRORS:
    'Planen i filen går inte längre ihop med det som är rapporterat. Skicka filen igen, så visar jag felen.',
  MONTH_ANSWERED: 'En nämnd har svarat sedan dess. Skicka filen igen, så får du välja månad.',
  OUTSIDE_PLAN_PERIOD:
    'Planens period omfattar inte den månad som den skulle gälla från. Rätta perioden och skicka filen igen.',
};

/** Why a committee's part is not taken. What is wrong in the part itself stands on its card. */
export const partProblems: Record<PartProblem['code'], string> = {
  NO_PLAN: texts.noPlan,
  NOT_YOUR_COMMITTEE:
    'Nämndens del lämnas in av nämndens rapportör, ersättare eller godkännare. Be någon av dem, eller controllern.',
};

export const partTexts = {
  /** Continues with who and when. */
  handedInMeanwhile: 'Nämndens del är inlämnad av',
  sendAgain: 'Vill du ersätta den? Skicka din fil igen.',
  fitsNoMore: 'Planen har ändrats, så nämndens del går inte längre ihop med den. Rätta delen och lämna in den igen.',
  statusInPersonalChat: 'Fråga i vår egen chatt, så visar jag hur långt nämnderna har kommit.',
  statusNotYours: 'Det visar jag för controllern, administratören och nämndens egna kontakter.',
  cardInPersonalChat: 'Öppna kortet i din egen chatt med mig. Skriv "vilka har lämnat in" där.',
} as const;

/** What is said about rounds to those who lead them; why something can't be done stands beside the cards. */
export const roundTexts = {
  notYours: 'Bara controllern och administratören leder rundorna.',
  inPersonalChat: 'Rundan visar jag bara i vår egen chatt. Skriv "rundan" där.',
  cardOutdated: 'Kortet är inaktuellt. Skriv "rundan", så får du det som gäller.',
  whichDay: 'Vilken dag? Välj den här nedanför.',
  whichLine: 'Välj ett oklart utskick. Är det borta ur listan har det redan avgjorts.',
  whichPerson: 'Välj vem som ska få det igen. Den som har svarat får inget nytt.',
  started: 'Rundan är startad. Formulären går ut inom en minut eller så.',
  startedPaused: 'Rundan är startad, men pausad: inget skickas.',
  paused: 'Pausad. Det som redan är på väg hinner komma fram, och svar tas emot som vanligt.',
  resumed: 'Återupptagen. Var och en får högst ett meddelande om det som skulle ha skickats under tiden.',
  rehearsed:
    'Repetitionen har börjat. Det som skulle ha skickats till andra idag kommer till dig inom en minut eller så.',
  rehearsalEnded: 'Repetitionen är slut. Nu går allt till dem som det är till för.',
  settledSent: 'Avgjort: det kom fram, och skickas inte igen.',
  settledUnsent: 'Avgjort: det kom inte fram.',
  settledNotNeeded: 'Avgjort: det kom inte fram. Det behövs inte längre, så inget skickas igen.',
  /** Continues with whom. */
  resent: 'Skickas om till',
  goesOutSoon: 'Det går ut inom en minut eller så.',
  heldByPause: 'Rundan är pausad: det skickas när den återupptas.',
  heldByRehearsal: 'En repetition pågår: det skickas när den är slut.',
  heldByHalt: 'Teams tar inte emot något från appen just nu: det skickas när det går igen.',
} as const;

/** Why somebody can't be taken to be away on some days. */
export const absenceProblems: Record<AbsenceProblem['code'] | DaysProblem, string> = {
  NO_PLAN: texts.noPlan,
  NOT_A_REPORTER: 'Det är bara nämndernas rapportörer och ersättare som behöver säga till när de är borta.',
  NO_SUCH_WEEK: 'Den veckan finns inte. Kontrollera numret och välj dagarna här.',
  NO_SUCH_DAY: 'Den dagen finns inte. Välj dagarna här.',
  DAYS_REVERSED: 'Sista dagen ligger före den första. Rätta en av dem.',
  DAYS_PAST: 'De dagarna har varit. Välj dagar från idag och framåt.',
  TOO_LONG: 'Längre än ett år i taget går inte. Be controllern ändra vilka som rapporterar i planen.',
  TOO_FAR_AHEAD: 'Det är mer än ett år dit. Säg till när det närmar sig.',
};

export const absenceTexts = {
  inPersonalChat: 'Säg det i vår egen chatt, så ordnar jag det där.',
  areTheseTheDays: 'Är det de här dagarna? Rätta dem om det behövs och tryck Spara.',
  whichDays: 'Jag är inte säker på vilka dagar du menar. Välj dem här.',
} as const;

/** Why a committee's decision is not registered. */
export const adoptProblems: Record<Exclude<AdoptProblem['code'], 'ALREADY_ADOPTED' | 'FITS_NO_MORE'>, string> = {
  NOT_YOUR_PART:
    'Kortet gäller inte dig, eller en version som har ersatts. Skriv "vilka har lämnat in", så ser du vad som gäller.',
  DATE_NOT_REAL: 'Välj den dag då nämnden beslutade.',
  DATE_AHEAD: 'Dagen ligger framåt i tiden. Registrera beslutet när nämnden har fattat det.',
  NO_PARAGRAPH: 'Skriv beslutets paragraf, till exempel § 112.',
  PARAGRAPH_TOO_LONG: 'Paragrafen får ha högst 40 tecken, till exempel § 112.',
  PARAGRAPH_UNREADABLE: 'Paragrafen innehåller tecken som inte går att läsa. Skriv den för hand, till exempel § 112.',
  PART_OUTDATED:
    'Planen har ändrats för nämnden sedan delen lämnades in. Ta ut delen på nytt, för in ändringarna och lämna in igen.',
  PLAN_BUSY: 'Planen ändras av flera just nu. Vänta en stund och tryck igen.',
};

/** What the front door says, by HTTP status: the same whatever was wrong in detail, so that nothing is learnt by trying. */
export const doorTexts = {
  400: 'Begäran gick inte att läsa.',
  401: 'Avsändaren kunde inte bekräftas.',
  403: 'Avsändaren hör till en annan organisation.',
  404: 'Sidan finns inte.',
  405: 'Metoden stöds inte här.',
  413: 'Begäran är för stor.',
  415: 'Formatet stöds inte.',
  429: 'För många försök. Vänta en minut och försök igen.',
  500: 'Något gick fel hos oss. Försök igen om en stund.',
  503: 'Tjänsten kan inte svara just nu. Försök igen om en stund.',
} as const;
