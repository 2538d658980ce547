import type { PromptProblem } from './features/outcomes/find-prompt.ts';

/** Swedish for what a person can do something about. A code without a text does not compile. */
export const promptProblems: Record<PromptProblem['code'], string> = {
  NOT_YOURS:
    'Kortet gäller inte dig eller finns inte. Skriv "visa formuläret" i vår egen chatt, så får du det som är ditt.',
  OTHER_CONVERSATION: 'Öppna kortet i din egen chatt med mig. Skriv "visa formuläret" där.',
  NOT_OPEN_YET: 'Den perioden har inte öppnat ännu.',
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
  notInRoster:
    'Du finns inte bland kommunens kontakter i planen, så jag kan bara visa det som är godkänt, och inget är godkänt ännu. Kontakta din controller.',
  noForm: 'Du har inget formulär att svara på. Formulären går till nämndernas rapportörer och ersättare.',
  nothingOpen: 'Ingen uppföljning har öppnat ännu.',
  noPlan: 'Ingen plan är inläst ännu. Be administratören läsa in Mål och budget.',
} as const;

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
