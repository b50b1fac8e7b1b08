import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openEventStream, retryDelay, streamAddress } from './event-stream.ts';

class FakeSource extends EventTarget {
  static opened: FakeSource[] = [];
  readonly url: string;
  closed = false;
  constructor(url: string) {
    super();
    this.url = url;
    FakeSource.opened.push(this);
  }
  close() {
    this.closed = true;
  }
  send(type: string, lastEventId: string, data: string) {
    this.dispatchEvent(new MessageEvent(type, { data, lastEventId }));
  }
}

beforeEach(() => {
  FakeSource.opened = [];
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', FakeSource);
  vi.stubGlobal('BroadcastChannel', undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('the wait doubles and is never longer than half a minute', () => {
  expect([0, 1, 2, 10].map(retryDelay)).toEqual([1_000, 2_000, 4_000, 30_000]);
});

test('after a break the stream goes on after the last event it saw', () => {
  const seen: string[] = [];
  const stream = openEventStream('/api/live', ['notice']);
  stream.subscribe((event) => seen.push(event.text));
  FakeSource.opened[0]?.send('notice', '41', 'one');
  FakeSource.opened[0]?.dispatchEvent(new Event('error'));
  expect(FakeSource.opened[0]?.closed).toBe(true);
  vi.advanceTimersByTime(1_000);
  expect(FakeSource.opened[1]?.url).toBe(streamAddress('/api/live', '41'));
  FakeSource.opened[1]?.send('notice', '42', 'two');
  expect(seen).toEqual(['one', 'two']);
});

test('a closed stream neither listens nor connects again', () => {
  const stream = openEventStream('/api/live', ['notice']);
  FakeSource.opened[0]?.dispatchEvent(new Event('error'));
  stream.close();
  vi.advanceTimersByTime(60_000);
  expect(FakeSource.opened).toHaveLength(1);
});
