/** Why a figure is missing, as people wrote it; nothing where they wrote no more than that it is. */
export function givenReason(why: string | undefined): string | undefined {
  return why === undefined || /^saknas?\.?$|^$/iu.test(why.trim()) ? undefined : why;
}
