import type { ReportToWrite } from '../../../ports.ts';
import { missingText } from '../../../words/report-words.ts';
import { swedishDay } from '../../../words/swedish.ts';
import { writtenText } from '../written-text.ts';
import { writtenParts } from './report-facts.ts';
import { type DataSheet, text } from './sheet-columns.ts';

export function textSheet(report: ReportToWrite): DataSheet {
  const rows = writtenParts(report).map(({ namnd, avsnitt, text: words }) => [namnd, avsnitt, words]);
  return { name: 'Texter', columns: [text('Nämnd', 36), text('Avsnitt', 34), text('Text', 100)], rows };
}

export function standingSheet(report: ReportToWrite): DataSheet {
  const standings = report.scope === 'committee' ? [report.standing] : report.content.standings;
  const answered = new Map(
    report.scope === 'committee' ? [] : report.content.committees.map((one) => [one.committeeId, one.answered]),
  );
  const rows = standings.map(({ committeeId, committeeName, signed, changedSinceSigned }) => {
    const answer = answered.get(committeeId);
    return [
      writtenText(committeeName),
      answer ? writtenText(answer.name) : 'har inte svarat',
      answer ? swedishDay(answer.at) : '',
      signed ? writtenText(signed.name) : 'inte attesterad',
      signed ? `${swedishDay(signed.at)}${changedSinceSigned ? ', ändrad därefter' : ''}` : '',
    ];
  });
  const columns = [
    text('Nämnd', 36),
    text('Svarade', 30),
    text('Svarade den', 22),
    text('Attesterade', 30),
    text('Attesterade den', 40),
  ];
  return { name: 'Svar och attest', columns, rows };
}

/** One row for each thing that is missing. */
export function missingSheet(report: ReportToWrite): DataSheet {
  const standings = report.scope === 'committee' ? [report.standing] : report.content.standings;
  const rows = standings.flatMap(({ committeeName, missing }) =>
    missing.flatMap((part) => {
      const what = missingText({ ...part, names: [] }, writtenText);
      return (part.names.length === 0 ? [''] : part.names).map((name) => [
        writtenText(committeeName),
        what,
        writtenText(name),
      ]);
    }),
  );
  return { name: 'Saknas', columns: [text('Nämnd', 36), text('Vad som saknas', 30), text('För vad', 60)], rows };
}
