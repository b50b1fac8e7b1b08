import type { Id } from '@xiaoer/domain/kernel/ids';
import type { ReactElement } from 'react';
import type { Me } from '../../lib/session/use-me.ts';
import { Frame } from '../shell/frame.tsx';
import { NAVIGATION } from '../shell/navigation.ts';
import { ListSamples } from './list-samples.tsx';
import { RecordSample } from './record-sample.tsx';

const ME: Me = {
  personId: 'p1' as Id<'person'>,
  name: '王芳',
  tenant: { code: 'sample', name: '两江新区', nameEn: 'Liangjiang', sample: true },
  grants: [{ role: 'officer' }, { role: 'desk' }],
  enterprises: [],
  unreadNotices: 12,
  clockBehindMs: 0,
  language: null,
};

/** The frame around a record and a list. */
export function ShellSample(): ReactElement {
  return (
    <Frame
      me={ME}
      path="/demands/1"
      navigation={NAVIGATION}
      unread={ME.unreadNotices}
      onSignOut={() => undefined}
    >
      <RecordSample />
      <ListSamples />
    </Frame>
  );
}
