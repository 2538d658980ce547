import type { ReportFormat, ReportToWrite } from '../../ports.ts';
import { withAgreedMeasures } from './agreed-measures.ts';
import type { ReportDocument } from './blocks.ts';
import { composeCommittee } from './compose-committee.ts';
import { composeMunicipality } from './compose-municipality.ts';
import { drawFigures } from './pictures.ts';

/** A report as a file. Each format's library is loaded when a file is first asked for: most starts of the service write none. */
export async function writeReport(stored: ReportToWrite, format: ReportFormat): Promise<Uint8Array> {
  const report = withAgreedMeasures(stored);
  switch (format) {
    case 'docx': {
      const { writeDocx } = await import('./docx/write-docx.ts');
      const document = compose(report);
      return writeDocx(document, await drawFigures(document));
    }
    case 'pdf': {
      const { writePdf } = await import('./pdf/write-pdf.ts');
      const document = compose(report);
      return writePdf(document, await drawFigures(document));
    }
    case 'xlsx': {
      const { writeXlsx } = await import('./data/write-xlsx.ts');
      return writeXlsx(report, compose(report));
    }
    case 'csv': {
      const { writeCsv } = await import('./data/open-data.ts');
      return writeCsv(report);
    }
    case 'json': {
      const { writeJson } = await import('./data/open-data.ts');
      return writeJson(report);
    }
  }
}

/** What the report says, whatever file it becomes. */
export function compose(report: ReportToWrite): ReportDocument {
  return report.scope === 'committee' ? composeCommittee(report) : composeMunicipality(report);
}
