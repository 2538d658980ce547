/** What is said about what was done to the municipality's report, beside what cannot be done. */
export const municipalReportTexts = {
  inPersonalChat: 'Kommunens rapport arbetar vi med i vår egen chatt. Skriv "kommunens rapport" där.',
  reviewInPersonalChat: 'Genomgången visar jag bara i vår egen chatt. Skriv "genomgången" där.',
  notApprovedInChannel:
    'I en kanal visar jag bara rapporter som fullmäktige har godkänt, och den här är inte det ännu. Fråga mig i vår egen chatt.',
  nothingOpen: 'Ingen tertialrapport, delårsrapport eller årsredovisning har öppnat ännu.',
  cardOutdated: 'Kortet är inaktuellt. Skriv "kommunens rapport", så får du det som gäller.',
  notSaved: 'Inget är sparat ännu. Rätta det som är markerat.',
  notRegistered: 'Inget är registrerat ännu. Rätta det som är markerat.',
  notCompiled: 'Inget är gjort ännu. Rätta det som är markerat.',
  notAgreed: 'Åtgärden är inte tillagd. Rätta det som är markerat.',
  reviewSaved: 'Anteckningarna är sparade.',
  reviewHeld: 'Genomgången är hållen. Nu kan rapporten sammanställas.',
  measureAgreed: 'Åtgärden är tillagd. Nämnden frågas om den tills den är klar.',
  /** Behind what was done, when something else on the card waits. */
  measureWaits: 'Åtgärden som du har börjat skriva är inte tillagd ännu.',
  notesWait: 'Det du har skrivit om genomgången är inte sparat ännu.',
  gradesSaved: 'Bedömningarna är sparade.',
} as const;
