/** What PostgreSQL keeps in no text: the null character, and halves of characters such as a cut-off emoji leaves behind. */
const storableText = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/** No request nests as deep. */
const DEEPEST = 32;

/** What was sent, with every text in it as the database can keep it; what nests too deep is left out. */
export const storable = (sent: unknown, depth = 0): unknown => {
  if (typeof sent === 'string') return storableText(sent);
  if (typeof sent !== 'object' || sent === null) return sent;
  if (depth >= DEEPEST) return undefined;
  if (Array.isArray(sent)) return sent.map((item) => storable(item, depth + 1));
  return Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, storable(value, depth + 1)]));
};
