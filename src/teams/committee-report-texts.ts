/** What is said about a committee's report, beside why something can't be done to it. */
export const committeeReportTexts = {
  inPersonalChat: 'Rapporter som inte är godkända visar jag bara i vår egen chatt. Skriv "rapporten" till mig där.',
  /** In a channel. */
  notApproved:
    'I en kanal visar jag bara rapporter som fullmäktige har godkänt, och den här är inte godkänd. Fråga mig i vår egen chatt.',
  cardOutdated: 'Kortet är inaktuellt. Skriv "rapporten", så får du det som gäller.',
  whichFormat: 'Välj Word, PDF eller Excel på rapportens kort.',
  handedIn: 'Rapporten är inlämnad. Nu kan nämndens godkännare attestera den.',
  signed: 'Rapporten är attesterad.',
  sentBack: 'Rapporten är återsänd. Skälet står på kortet, så att nämnden ser det.',
  notWritable: 'Texterna kan inte ändras nu.',
  notSentBack: 'Rapporten kan inte sändas tillbaka nu.',
  /** Continues with the committees. */
  whichCommittee: 'Vilken nämnd? Du arbetar för flera. Skriv till exempel',
} as const;
