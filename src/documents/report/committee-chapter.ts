import { isAnswered } from '../../domain/committee-standing.ts';
import type { CommitteeReportContent, CommitteeStanding } from '../../domain/report-content.ts';
import { missingParts, standingWord } from '../../words/report-words.ts';
import { type Block, heading, paragraph, section } from './blocks.ts';
import { breakBlocks, financeBlocks, written } from './committee-parts.ts';
import { goalsInShort } from './goal-blocks.ts';
import { indicatorBlocks } from './indicator-table.ts';
import { signedText } from './title-block.ts';
import { lateWorkBlocks, measuresTable } from './work-blocks.ts';
import { writtenText } from './written-text.ts';

/** One committee in the municipality's report: its own report in short. */
export function committeeChapter(
  content: CommitteeReportContent,
  standing: CommitteeStanding | undefined,
): readonly Block[] {
  const { texts, measures, comment, goals, indicators, gradeScale, kind } = content;
  return [
    heading(2, writtenText(content.committeeName)),
    ...standingBlocks(standing),
    ...written(texts.summary),
    ...section(3, 'Händelser av väsentlig betydelse', written(texts.events)),
    ...section(3, 'Ekonomi', financeBlocks(content)),
    ...section(3, 'Kommentar till ekonomin', written(comment)),
    ...section(3, 'Åtgärder', measuresTable(measures)),
    ...section(3, 'Mål', goalsInShort(goals, { kind, gradeScale, indicators })),
    ...section(3, 'Indikatorer', indicatorBlocks('Nämndens indikatorer', indicators)),
    ...section(3, 'Åtaganden och aktiviteter', lateWorkBlocks(content)),
    ...section(3, 'Förväntad utveckling', written(texts.outlook)),
    ...section(3, 'Väsentliga personalförhållanden', written(texts.staff)),
    ...section(3, 'Att tänka på vid jämförelser', breakBlocks(content)),
  ];
}

/** Whether the committee has answered for what follows, and what it has left out. */
function standingBlocks(standing: CommitteeStanding | undefined): readonly Block[] {
  if (!standing) return [];
  if (!isAnswered(standing)) {
    return [{ kind: 'notice', text: 'Nämnden har inte svarat för perioden. Dess siffror saknas i rapporten.' }];
  }
  const status = signedText(standing) ?? `Nämndens rapport är ${standingWord(standing)}, inte attesterad`;
  const lacking = standing.missing.filter(({ what }) => what !== 'signature');
  return [
    paragraph(`${status.replace(/^Preliminär: /u, 'Rapporten är ')}.`),
    ...(lacking.length > 0 ? [paragraph(`${missingParts(lacking, writtenText)}.`, 'Saknas:')] : []),
  ];
}
