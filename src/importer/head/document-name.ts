/** Endings of documents that `report import` reads, and of those that it refuses with a way out; a draft has none of them. */
const ending = /\.(?:do[ct][xm]?|wps|wpt|rtf|od[ts]|ott|ofd|pdf|x?html?|md|markdown|txt|text)$/i;

/** Whether a file is a document by its name: no draft, but what one may be imported from. */
export const isDocumentName = (name: string): boolean => ending.test(name);
