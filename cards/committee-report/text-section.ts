import type { CommitteeReportContent } from '../../src/domain/report-content.ts';
import { reportSections } from '../../src/domain/report-record.ts';
import { reportSectionNames } from '../../src/words/report-section-names.ts';
import { shortened } from '../file-texts.ts';
import { forCard } from '../peoples-words.ts';
import type { Block } from './fit.ts';
import { type Section, section } from './section.ts';

/** Characters of the summary that the overview has, where people want the message and not the text. */
const SUMMARY_SHOWN = 300;

/** What the report says in short, and what is not written yet, to those who write it. */
export function textCounts(content: CommitteeReportContent, writes: boolean): Section {
  const { texts, kind } = content;
  const empty = reportSections.filter((name) => texts[name] === '').map((name) => reportSectionNames[name]);
  const count = writtenTexts(content).length;
  return section('Texter', {
    lead: [
      ...(texts.summary === '' ? [] : [forCard(shortened(texts.summary, SUMMARY_SHOWN))]),
      ...(kind !== 'month' && writes && empty.length > 0 ? [`Inte skrivet: ${empty.join(', ')}.`] : []),
      ...(texts.summary === '' && count > 0 && !writes
        ? [`Skrivet: ${count === 1 ? 'en text' : `${count} texter`}.`]
        : []),
    ],
    ...(count > 0 && { more: { title: count === 1 ? 'Visa texten' : `Visa texterna (${count})`, page: 'texts' } }),
  });
}

/** All that people have written beside the figures. */
export function textSection(content: CommitteeReportContent): Section {
  return section('Texter', { details: writtenTexts(content) });
}

function writtenTexts({ texts, comment }: CommitteeReportContent): readonly Block[] {
  return [
    ...reportSections.filter((name) => texts[name] !== '').map((name) => text(reportSectionNames[name], texts[name])),
    ...(comment === '' ? [] : [text('Kommentar till siffrorna', comment)]),
  ];
}

function text(heading: string, written: string): Block {
  return { kind: 'text', heading, text: written, shown: forCard };
}
