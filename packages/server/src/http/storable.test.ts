import { describe, expect, it } from 'vitest';
import { storable } from './storable.ts';

describe('what was sent', () => {
  it('keeps everything but the text no database can keep', () => {
    const sent = { text: '停\0电', list: [1, true, null, '\ud83d'], emoji: '😀' };
    expect(storable(sent)).toEqual({ text: '停电', list: [1, true, null, '\ufffd'], emoji: '😀' });
  });

  it('is cut off where it nests deeper than any request, however deep that is', () => {
    let nested: unknown = 'bottom';
    for (let depth = 0; depth < 50_000; depth += 1) nested = depth % 2 === 0 ? [nested] : { nested };
    expect(JSON.stringify(storable(nested))).not.toContain('bottom');
  });
});
