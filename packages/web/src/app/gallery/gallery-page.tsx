import { lazy, Suspense } from 'react';
import type { ReactElement } from 'react';
import { useLanguage } from '../../lib/messages/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { prefer, usePreferences } from '../preferences.ts';
import './gallery.css';
import { FormSamples } from './form-samples.tsx';
import { LayerSamples } from './layer-samples.tsx';
import { ListSamples } from './list-samples.tsx';
import { RecordSample } from './record-sample.tsx';
import { SignSamples } from './sign-samples.tsx';

const DesktopControls = lazy(() =>
  import('./desktop-control-samples.tsx').then((m) => ({ default: m.DesktopControlSamples })),
);

/** Every component of the design system, in the theme and language in force. */
export function GalleryPage(): ReactElement {
  const { theme } = usePreferences();
  const language = useLanguage();
  return (
    <main className="gallery">
      <header className="ui-row">
        <h1>Design system</h1>
        <Button onClick={() => prefer({ theme: theme === 'dark' ? 'light' : 'dark' })}>{theme}</Button>
        <Button onClick={() => prefer({ language: language === 'en' ? 'zh-CN' : 'en' })}>{language}</Button>
      </header>
      <SignSamples />
      <RecordSample />
      <ListSamples />
      <FormSamples />
      <Suspense fallback={<Skeleton />}>
        <DesktopControls />
      </Suspense>
      <LayerSamples />
    </main>
  );
}
