import { at } from './simulated-time.ts';

/** Loaded into the server with --import: its clock runs as fast as the crash test's, so that due moments come within a round. */
const [since = '', speed = ''] = (process.env.CRASH_CLOCK ?? '').split(' ');
const real = Date.now.bind(Date);
Date.now = () => at(real(), { since: Number(since), speed: Number(speed) });
