import { strToU8, type Zippable, zipSync } from 'fflate';

/** The smallest workbook there is, with this XML as its only sheet. */
export function workbookOf(sheetXml: string, more: Zippable = {}, level: 0 | 6 = 6): Uint8Array {
  const parts: Zippable = {
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8(
      '<workbook xmlns:r="r"><sheets><sheet name="Målområden" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(sheetXml),
    ...more,
  };
  return zipSync(parts, { level });
}

export function sheetOf(rows: string, after = ''): string {
  return `<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`;
}

export function textCell(reference: string, text: string): string {
  return `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
}

const DIRECTORY_ENTRY = 0x02014b50;

/** The same archive, whose directory says that its members are this large. */
export function lyingAboutSize(bytes: Uint8Array, size: number): Uint8Array {
  const lying = Uint8Array.from(bytes);
  const view = new DataView(lying.buffer);
  for (let at = 0; at + 46 < lying.length; at += 1) {
    if (view.getUint32(at, true) === DIRECTORY_ENTRY) view.setUint32(at + 24, size, true);
  }
  return lying;
}
