import { accessSync, constants } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * Windows of a headless Chromium have an address bar that nobody sees: each opens two pages of its own for what drops down
 * from it, which takes longer than to open the page that is looked at. The others Playwright switches off itself; of two
 * such switches Chromium heeds the last one only.
 */
const SWITCHED_OFF = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

/** The machine's own Chromium: CHROMIUM names it, else it stands at one of the usual places. */
export const startChromium = (): Promise<Browser> => {
  const executablePath = process.env['CHROMIUM'] ?? PLACES.find(isProgram);
  if (executablePath === undefined) throw new Error('no Chromium: set CHROMIUM to its path');
  return chromium.launch({
    executablePath,
    // In a machine without a locale it could not write the Chinese name of a download.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-dev-shm-usage',
      '--disable-sync',
      '--no-first-run',
      `--disable-features=${SWITCHED_OFF.join()}`,
    ],
  });
};
