import { RefusedFile, SEND_XLSX, TOO_LARGE_OR_BROKEN } from './refused-file.ts';
import { attribute, excelText, tagsOf } from './xml-tags.ts';

/* The parts that a workbook's sheets share: their list, their texts and their number formats. */

export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly xml: string;
}

/** What cells refer to. */
export interface Shared {
  readonly texts: readonly string[];
  /** By a cell's style number. */
  readonly formats: readonly ('day' | 'percent' | 'plain')[];
  /** Days count from 1904 instead of 1900. */
  readonly from1904: boolean;
}

/** Texts and formats of a workbook that are taken in: many times what a plan has. */
const MOST_SHARED = 500_000;

type Parts = ReadonlyMap<string, string>;

/** The workbook's sheets in order, with their XML. */
export function sheetParts(parts: Parts): readonly SheetPart[] {
  const targets = new Map<string, string>();
  for (const tag of tagsOf(parts.get('xl/_rels/workbook.xml.rels') ?? '')) {
    if (tag.is === 'open' && tag.name === 'Relationship')
      targets.set(attribute(tag, 'Id') ?? '', attribute(tag, 'Target') ?? '');
  }
  const sheets: SheetPart[] = [];
  for (const tag of tagsOf(parts.get('xl/workbook.xml') ?? '')) {
    if (tag.is !== 'open' || tag.name !== 'sheet') continue;
    const target = targets.get(attribute(tag, '[\\w.-]+:id') ?? '') ?? '';
    const xml = parts.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    const state = attribute(tag, 'state') ?? 'visible';
    if (xml !== undefined) sheets.push({ name: attribute(tag, 'name') ?? '', hidden: state !== 'visible', xml });
  }
  if (sheets.length === 0) throw new RefusedFile(SEND_XLSX);
  return sheets;
}

export function sharedParts(parts: Parts): Shared {
  return {
    texts: sharedTexts(parts.get('xl/sharedStrings.xml') ?? ''),
    formats: formatsOf(parts.get('xl/styles.xml') ?? ''),
    from1904: countsFrom1904(parts.get('xl/workbook.xml') ?? ''),
  };
}

/** Plain texts; of a rich text its words, without the signs that only say how they are pronounced. */
function sharedTexts(xml: string): readonly string[] {
  const texts: string[] = [];
  let text = '';
  let inText = false;
  let inPhonetic = false;
  for (const tag of tagsOf(xml)) {
    if (tag.is === 'text') {
      if (inText && !inPhonetic) text += tag.text;
    } else if (tag.name === 'si') {
      if (tag.is === 'close' || tag.empty) texts.push(excelText(text));
      if (texts.length > MOST_SHARED) throw new RefusedFile(TOO_LARGE_OR_BROKEN);
      text = '';
    } else if (tag.name === 't') inText = tag.is === 'open' && !tag.empty;
    else if (tag.name === 'rPh') inPhonetic = tag.is === 'open' && !tag.empty;
  }
  return texts;
}

function countsFrom1904(xml: string): boolean {
  for (const tag of tagsOf(xml)) {
    if (tag.is === 'open' && tag.name === 'workbookPr') return ['1', 'true'].includes(attribute(tag, 'date1904') ?? '');
  }
  return false;
}

function formatsOf(xml: string): Shared['formats'] {
  const codes = new Map<string, string>();
  const formats: ('day' | 'percent' | 'plain')[] = [];
  let inCells = false;
  for (const tag of tagsOf(xml)) {
    if (tag.is === 'text') continue;
    if (tag.name === 'cellXfs') inCells = tag.is === 'open' && !tag.empty;
    if (tag.is !== 'open') continue;
    if (tag.name === 'numFmt') codes.set(attribute(tag, 'numFmtId') ?? '', attribute(tag, 'formatCode') ?? '');
    if (tag.name === 'xf' && inCells) formats.push(formatOf(attribute(tag, 'numFmtId') ?? '0', codes));
    if (formats.length > MOST_SHARED) throw new RefusedFile(TOO_LARGE_OR_BROKEN);
  }
  return formats;
}

/** Numbers of formats that Excel has built in. */
const BUILT_IN_DAYS = /^(1[4-7]|22|2[7-9]|3[0-6]|5[0-8])$/;
const BUILT_IN_PERCENT = /^(9|10)$/;

function formatOf(id: string, codes: ReadonlyMap<string, string>): 'day' | 'percent' | 'plain' {
  const code = codes.get(id);
  if (code === undefined) return BUILT_IN_DAYS.test(id) ? 'day' : BUILT_IN_PERCENT.test(id) ? 'percent' : 'plain';
  const signs = code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  if (/[yd]/i.test(signs)) return 'day';
  return signs.includes('%') ? 'percent' : 'plain';
}
