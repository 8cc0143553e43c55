/** Code in which constants of modules that are costly to make are made where they are first used. */
export function withLazyConstants(code: string): string;
