import type { ReactElement } from 'react';
import { Clock } from '../../ui/clock.tsx';
import { Figure } from '../../ui/figure.tsx';
import { Flag } from '../../ui/flag.tsx';
import { Icon, ICON_NAMES } from '../../ui/icon.tsx';
import { Light } from '../../ui/light.tsx';
import { Owner } from '../../ui/owner.tsx';
import { Card } from '../../ui/page.tsx';
import { Tag } from '../../ui/tag.tsx';
import { GRADES, Verdict } from '../../ui/verdict.tsx';
import { GRADE_WORDS } from './sample-words.ts';

/** The small signs: lights, clocks, flags, owners, verdicts, figures. */
export function SignSamples(): ReactElement {
  return (
    <div className="ui-stack">
      <Card title="Light">
        <div className="ui-row">
          <Light tone="fine" word="办理中" />
          <Light tone="soon" word="今日到期" />
          <Light tone="late" word="逾期 3 个工作日" />
          <Light tone="paused" word="已暂停" />
          <Light tone="done" word="已办结" />
          <Light tone="none" word="未开始" />
          <Light tone="late" word="逾期" quiet />
          <Tag word="供电" />
          <Tag word="停产" strong />
        </div>
      </Card>
      <Card title="Clock">
        <div className="ui-row gallery-clocks">
          <Clock tone="fine" label="办结" due="3月12日 周四" left="还剩 3 个工作日" used={0.4} />
          <Clock
            tone="soon"
            label="联系"
            due="今天 18:00 前"
            left="还剩 2 小时"
            used={0.86}
            pauses={[{ from: 0.2, to: 0.45 }]}
          />
          <Clock tone="late" due="3月5日" left="逾期 3 个工作日" used={1.4} />
          <Clock tone="paused" due="3月20日" left="已暂停" used={0.5} pauses={[{ from: 0.5, to: 0.8 }]} />
        </div>
      </Card>
      <Card title="Flag · Owner · Verdict">
        <div className="ui-stack">
          <div className="ui-row gallery-flags">
            <Flag kind="reached" word="已开工" date="2026-03-01" />
            <Flag kind="claimed" word="报称封顶，缺凭证" date="2026-03-08" />
            <Flag kind="overdue" word="晚 5 天" date="2026-03-04" />
            <Flag kind="ahead" word="竣工" date="2026-11-30" />
          </div>
          <Owner unit="两江新区供电服务中心" person="周敏" telephone="023-6700 0000" since="3月2日" />
          <div className="ui-row gallery-flags">
            {GRADES.map((grade) => (
              <Verdict key={grade} grade={grade} words={GRADE_WORDS} />
            ))}
          </div>
        </div>
      </Card>
      <div className="ui-figures">
        <Figure
          name="受理诉求"
          value="476"
          unit="件"
          definition="2021年1月1日至统计日登记的诉求，不含合并。"
          href="/demands"
        />
        <Figure
          name="逾期未办结"
          value="7"
          unit="件"
          tone="late"
          definition="统计日时限已过且未办结。"
          href="/demands?overdue=1"
          note="较上周 -3"
        />
        <Figure
          name="解决率"
          value="95.2%"
          definition="解决和部分解决 ÷ 已办结。"
          href="/demands?outcome=solved"
          note="453 / 476"
        />
        <Figure name="满意率" value="98.4%" definition="满意及以上 ÷ 已评价。" href="/demands?verdict=5" />
        <Figure
          name="平均办理"
          value="4.6"
          unit="个工作日"
          definition="从受理到办结，扣除暂停。"
          href="/figures"
        />
      </div>
      <p className="gallery-icons">
        {ICON_NAMES.map((name) => (
          <Icon key={name} name={name} label={name} />
        ))}
      </p>
    </div>
  );
}
