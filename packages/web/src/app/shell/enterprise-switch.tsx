import { chooseEnterprise } from '@xiaoer/contract/sign-in';
import type { EnterpriseId } from '@xiaoer/domain/kernel/ids';
import type { ReactElement } from 'react';
import { call } from '../../lib/client/call.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { useProblemWords } from '../../lib/messages/problem-words.ts';
import { shellTexts } from '../../lib/messages/shell-texts.ts';
import type { Me } from '../../lib/session/use-me.ts';
import { dropDrafts } from '../../ui/form/draft.ts';
import { Icon } from '../../ui/icon.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useToast } from '../../ui/toast.tsx';

/** For which of their enterprises a contact speaks, always in sight, and the way to another one. */
export function EnterpriseSwitch({ me, home }: { readonly me: Me; readonly home: string }): ReactElement {
  const t = useTexts(shellTexts);
  const words = useProblemWords();
  const toast = useToast();
  const speaksFor = me.grants[0]?.enterpriseId;
  const choose = async (enterpriseId: EnterpriseId): Promise<void> => {
    const answer = await call(chooseEnterprise, { body: { enterpriseId } });
    if (!answer.ok) return toast({ text: words.ofProblem(answer.problem).title, tone: 'wrong' });
    // What was begun or read for one enterprise is nothing to another.
    dropDrafts();
    location.assign(home);
  };
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
          onPress: () => void (id === speaksFor ? undefined : choose(id)),
        }))}
      >
        <span className="shell-enterprise-name">{name}</span>
        <Icon name="chevron-down" />
      </Menu>
    </div>
  );
}
