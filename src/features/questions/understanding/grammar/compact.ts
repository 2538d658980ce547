/** Without what isn't there. */
export function compact<T extends object>(entities: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(entities).filter(([, value]) => value !== undefined)) as T;
}
