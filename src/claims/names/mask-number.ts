/**
 * A number of a person as it may be shown: three characters tell which one is meant, stars how long it is. Of an address one letter and the
 * provider stay.
 */
export function maskNumber(written: string): string {
  const at = written.search(/[@＠]/);
  if (at !== -1) return `${written.slice(0, 1)}${'*'.repeat(at - 1)}${written.slice(at)}`;
  return [...written].map((sign, index) => (index < 3 || /[ -]/.test(sign) ? sign : '*')).join('');
}
