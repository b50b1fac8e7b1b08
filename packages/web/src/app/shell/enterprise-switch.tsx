import type { ReactElement } from 'react';
import { useSpeakFor } from '../../demand/notices/use-speak-for.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { shellTexts } from '../../lib/messages/shell-texts.ts';
import type { Me } from '../../lib/session/use-me.ts';
import { Icon } from '../../ui/icon.tsx';
import { Menu } from '../../ui/menu.tsx';

/** For which of their enterprises a contact speaks, always in sight, and the way to another one. */
export function EnterpriseSwitch({ me, home }: { readonly me: Me; readonly home: string }): ReactElement {
  const t = useTexts(shellTexts);
  const speakFor = useSpeakFor();
  const speaksFor = me.grants[0]?.enterpriseId;
  const name = me.enterprises.find(({ id }) => id === speaksFor)?.name ?? '';
  return (
    <div className="shell-enterprise">
      <Menu
        label={t('speaksFor', { name })}
        look="quiet"
        align="start"
        items={me.enterprises.map(({ id, name: label }) => ({
          key: id,
          label,
          checked: id === speaksFor,
          onPress: () => void (id === speaksFor ? undefined : speakFor(id, home)),
        }))}
      >
        <span className="shell-enterprise-name">{name}</span>
        <Icon name="chevron-down" />
      </Menu>
    </div>
  );
}
