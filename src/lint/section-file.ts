/** Whether a file holds one section of a draft rather than a draft. */
export const isSectionFile = (file: string): boolean => /\.section\.ya?ml$/.test(file);
