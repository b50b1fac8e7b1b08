/** What PostgreSQL keeps in no text: the null character, and halves of characters such as a cut-off emoji leaves behind. */
const storableText = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/** What was sent, with every text in it as the database can keep it. */
export const storable = (sent: unknown): unknown => {
  if (typeof sent === 'string') return storableText(sent);
  if (Array.isArray(sent)) return sent.map(storable);
  if (typeof sent !== 'object' || sent === null || Buffer.isBuffer(sent)) return sent;
  return Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, storable(value)]));
};
