/** The file as a whole can't be read. The message is for the person who sent it, in Swedish. */
export class RefusedFile extends Error {
  override readonly name = 'RefusedFile';
}

export const TOO_LARGE_OR_BROKEN = 'Filen är för stor eller trasig.';
export const SEND_XLSX = 'Skicka planen som en .xlsx-fil, eller som .json.';
