/**
 * How a place that shows text writes what people and plans have written: a card escapes it, a document has it as it is.
 * Each place names its own, so that nothing people write is ever shown as a card's markup by mistake.
 */
export type Outlet = (text: string) => string;

/** For places that know no markup: documents, the command line. */
export const asWritten: Outlet = (text) => text;
