import { expect, test } from 'vitest';
import { deviceOf } from './device-of.ts';

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0 Safari/537.36';

test.each([
  [CHROME, 'Chrome · Windows'],
  [`${CHROME} Edg/109.0`, 'Edge · Windows'],
  ['Mozilla/5.0 (Linux; Android 12) Chrome/107 Mobile Safari/537.36 MicroMessenger/8.0', '微信 · Android'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 16_0 like Mac OS X) Version/16.0 Safari/604.1', 'Safari · iPhone'],
  ['curl/8.0', undefined],
])('%s', (agent, device) => expect(deviceOf(agent)).toBe(device));
