/** The digest of everything that the program is built from, which the build puts here. */
declare const BUILD_ID: string | undefined;

/** Tells builds of the same version apart. */
export const buildId: string = typeof BUILD_ID === 'undefined' ? 'source' : BUILD_ID;
