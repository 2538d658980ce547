/** What a log may say of an error: name and stack without the message, where libraries put keys and people's words. */
export function traceOf(error: unknown): object {
  if (!(error instanceof Error)) return { error: typeof error };

  const stack = error.message === '' ? error.stack : error.stack?.replaceAll(error.message, '');
  return { error: error.name, stack, ...(error.cause === undefined ? {} : { cause: traceOf(error.cause) }) };
}
