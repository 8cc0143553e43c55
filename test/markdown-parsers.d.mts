/** Parsers of Markdown that our files meet, by name, each as its users set it up: tags let through, addresses linked. */
export const parsers: Readonly<Record<string, (markdown: string) => string>>;
/** Parsers that are not installed here. */
export const missing: readonly string[];
