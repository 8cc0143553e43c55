/** The SHA-256 of some bytes, in base64. The module is loaded when it is first asked for: it takes longer than all else that is loaded at the start. */
export const digest = (bytes: Uint8Array | string): string =>
  process.getBuiltinModule('node:crypto').createHash('sha256').update(bytes).digest('base64');
