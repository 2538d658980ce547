import { latenessText } from '../../../words/lateness-text.ts';
import { workStatusWords } from '../../../words/work-status.ts';
import { writtenLines, writtenText } from '../written-text.ts';
import { type Committees, type DataSheet, kronor, text } from './sheet-columns.ts';

const WORK = {
  commitment: 'Åtagande',
  activity: 'Aktivitet',
  assignment: 'Uppdrag från fullmäktige',
  measure: 'Avtalad åtgärd',
} as const;

export function workSheet(committees: Committees): DataSheet {
  const rows = committees.flatMap(({ committeeName, work, assignments, agreedMeasures }) =>
    [...work, ...assignments, ...agreedMeasures].map((one) => [
      ...[writtenText(committeeName), WORK[one.kind], writtenLines(one.name), workStatusWords[one.status]],
      ...[
        one.startsOn ?? '',
        one.endsOn ?? '',
        latenessText(one.lateness),
        writtenText(one.owner ?? ''),
        writtenText(one.source ?? ''),
      ],
    ]),
  );
  return {
    name: 'Åtaganden och uppdrag',
    columns: [
      ...[
        text('Nämnd', 36),
        text('Slag', 24),
        text('Vad', 60),
        text('Status', 16),
        text('Börjar', 12),
        text('Klart senast', 12),
      ],
      ...[text('Tid', 50), text('Ansvarig', 24), text('Beslut eller genomgång', 24)],
    ],
    rows,
  };
}

export function measureSheet(committees: Committees): DataSheet {
  const rows = committees.flatMap(({ committeeName, measures }) =>
    measures.map(({ text: what, effectKr }) => [
      writtenText(committeeName),
      writtenLines(what),
      effectKr ?? 'inte beräknad',
    ]),
  );
  return { name: 'Åtgärder', columns: [text('Nämnd', 36), text('Åtgärd', 70), kronor('Väntad effekt i år')], rows };
}
