import { afterAll, onTestFinished, TestRunner } from 'vitest';

/** Does the work after the test that asks for it, or after all tests of the file or group when none is running. */
export const cleanUp = (work: () => Promise<void>): void => {
  if (TestRunner.getCurrentTest() === undefined) afterAll(work);
  else onTestFinished(work);
};
