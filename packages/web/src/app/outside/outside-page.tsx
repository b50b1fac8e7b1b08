import type { ReactElement } from 'react';
import { OutsideLetter } from '../../demand/outside/outside-page.tsx';
import { BarePage } from '../bare-page.tsx';

/** The letter behind a one-time link, in the frame of pages without a sign-in. */
export const OutsidePage = (): ReactElement => <OutsideLetter frame={BarePage} />;
