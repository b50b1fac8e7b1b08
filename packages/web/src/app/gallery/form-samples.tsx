import { useState } from 'react';
import type { ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { Combobox } from '../../ui/form/combobox.tsx';
import { FileDrop } from '../../ui/form/file-drop.tsx';
import { Form } from '../../ui/form/form.tsx';
import { ChipsField, SelectField, TextAreaField, TextField, TickField } from '../../ui/form/inputs.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { Card } from '../../ui/page.tsx';
import type { Grade } from '../../ui/verdict.tsx';
import { VerdictInput } from '../../ui/verdict.tsx';
import { GRADE_WORDS } from './sample-words.ts';

const EMPTY = {
  title: '路灯不亮',
  text: '',
  enterprise: '',
  urgency: 'general',
  category: '',
  secret: false,
  day: '',
};
const FIRMS = ['长安福特汽车', '京东方显示', '川崎机器人', '紫光华智'].map((label) => ({
  value: label,
  label,
  note: '91500000…',
}));

/** Fields in every state. */
export function FormSamples(): ReactElement {
  const form = useForm(EMPTY);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [grade, setGrade] = useState<Grade>();
  const submit = (): void =>
    form.refuse(
      [
        { pointer: '/body/text', code: '请填写此项' },
        { pointer: '/body/category', code: '请从列表中选择' },
      ],
      ({ code }) => code,
    );
  return (
    <Card title="Form">
      <Form label="登记诉求" two wrong={form.wrong} onSubmit={submit}>
        <TextField {...form.bind('title')} label="标题" required hint="一句话说清是什么事" />
        <Combobox
          {...form.bind('enterprise')}
          label="企业"
          required
          options={FIRMS}
          placeholder="输入名称或拼音首字母"
        />
        <div className="ui-form-whole">
          <TextAreaField {...form.bind('text')} label="内容" required placeholder="何时、何地、影响多大" />
        </div>
        <SelectField
          {...form.bind('category')}
          label="分类"
          required
          placeholder="请选择"
          choices={[{ value: 'power', label: '供电' }]}
        />
        <TextField {...form.bind('day')} label="希望办结" kind="date" />
        <ChipsField
          {...form.bind('urgency')}
          label="紧急程度"
          choices={[
            { value: 'general', label: '一般' },
            { value: 'urgent', label: '紧急' },
            { value: 'stopped', label: '停产或有危险' },
          ]}
        />
        <TickField {...form.bind('secret')} label="对承办单位保密" />
        <div className="ui-form-whole">
          <FileDrop
            label="照片"
            accept="image/*"
            files={files}
            onChange={setFiles}
            hint="最多 9 张，自动压缩"
          />
        </div>
        <div className="ui-form-whole">
          <VerdictInput
            label="您对办理结果是否满意？"
            words={GRADE_WORDS}
            value={grade}
            onChange={setGrade}
          />
        </div>
        <div className="ui-form-whole ui-row">
          <Button type="submit" look="main">
            登记
          </Button>
          <Button>存草稿</Button>
          <Button look="quiet">取消</Button>
          <Button look="grave">撤回诉求</Button>
          <Button disabled>不可用</Button>
          <Button look="main" busy>
            正在提交
          </Button>
        </div>
      </Form>
    </Card>
  );
}
