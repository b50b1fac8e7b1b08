// The programs outside npm that some tests need.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

function findProgram(...names) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        continue;
      }
    }
  }
  return undefined;
}

export const findChromium = () =>
  process.env.CHROMIUM ??
  findProgram('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable') ??
  ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'].find((path) => existsSync(path));

const hasChineseFont = () => {
  const { stdout, status } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '';
};

/** `without`: the parts that are left out of `npm test` when the program is missing. */
const PROGRAMS = [
  {
    name: 'Chromium',
    present: () => findChromium() !== undefined,
    packages: ['chromium'],
    without: ['stories'],
  },
  {
    name: 'a Chinese font',
    present: hasChineseFont,
    packages: ['fontconfig', 'fonts-noto-cjk'],
    without: ['stories', 'office'],
  },
  {
    name: 'LibreOffice',
    present: () => findProgram('soffice') !== undefined,
    packages: ['libreoffice-writer-nogui', 'libreoffice-calc-nogui'],
    without: ['office'],
  },
  {
    name: 'poppler (pdftotext)',
    present: () => findProgram('pdftotext') !== undefined,
    packages: ['poppler-utils'],
    without: ['office'],
  },
];

const missing = () => PROGRAMS.filter(({ present }) => !present());

function aptGet(...args) {
  spawnSync('apt-get', ['-qq', '-o', 'Dpkg::Use-Pty=0', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

function installWithApt(packages) {
  console.log(`Installing ${packages.join(', ')}.`);
  aptGet('update');
  aptGet('install', '-y', '--no-install-recommends', ...packages);
}

/** On Debian as root installs what is missing. Answers with what is missing still. */
export function ensurePrograms() {
  const wanted = missing();
  if (wanted.length > 0 && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    installWithApt(wanted.flatMap(({ packages }) => packages));
    return missing();
  }
  return wanted;
}
