import { URGENCIES } from '@xiaoer/domain/demand/vocabulary';
import type { Channel } from '@xiaoer/domain/demand/vocabulary';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { demandRegisterTexts } from '../../lib/messages/demand-register-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { Button } from '../../ui/button.tsx';
import { FileDrop } from '../../ui/form/file-drop.tsx';
import { ChipsField, SelectField, TextAreaField, TextField, TickField } from '../../ui/form/inputs.tsx';
import type { Choice } from '../../ui/form/inputs.tsx';
import type { FormState } from '../../ui/form/use-form.ts';
import { useDemandWords } from '../words.ts';
import { chatText } from './parse-chat.ts';
import './register.css';
import type { RegistrationValues } from './registration.ts';
import { Suggestions, useSuggestions } from './suggestions.tsx';

type Of<More extends object> = { readonly form: FormState<RegistrationValues & More> };

/** Channels on which somebody of ours registers. */
export const STAFF_CHANNELS: readonly Channel[] = [
  'visit',
  'phone',
  'counter',
  'message',
  'hotline',
  'meeting',
  'instruction',
];

/** A chat that is pasted whole: its words go into the text, the original is kept. */
function PastedChat<More extends object>({ form }: Of<More>): ReactElement {
  const t = useTexts(demandRegisterTexts);
  const plain = form as unknown as FormState<RegistrationValues>;
  const [isOpen, setOpen] = useState(false);
  if (!isOpen)
    return (
      <div>
        <Button look="quiet" icon="demand" onClick={() => setOpen(true)}>
          {t('pasteChat')}
        </Button>
      </div>
    );
  const bound = plain.bind('source.original');
  return (
    <TextAreaField
      {...bound}
      label={t('chat')}
      hint={t('chatHint')}
      rows={3}
      onChange={(original) =>
        plain.set({
          'source.original': original,
          'particulars.text': chatText(original),
          channel: 'message',
        })
      }
    />
  );
}

/** What it is about: photos, words, category, urgency. */
export function AboutFields<More extends object>({
  form,
  categories,
  pastes = false,
  suggests = false,
}: Of<More> & {
  readonly categories: readonly Choice[];
  readonly pastes?: boolean;
  readonly suggests?: boolean;
}): ReactElement {
  const t = useTexts(demandRegisterTexts);
  const { word, label } = useDemandWords();
  const plain = form as unknown as FormState<RegistrationValues>;
  const { values } = plain;
  const found = useSuggestions({
    text: suggests ? values['particulars.text'] : '',
    enterpriseId: values.enterpriseId,
    siteId: values['particulars.siteId'],
    category: values['particulars.category'],
  });
  const photos = plain.bind('files');
  return (
    <>
      <FileDrop
        label={label('photos')}
        files={photos.value}
        onChange={photos.onChange}
        error={photos.error}
        accept="image/*,.pdf,.docx,.xlsx"
      />
      {pastes ? <PastedChat form={form} /> : null}
      <TextAreaField
        {...plain.bind('particulars.text')}
        label={label('whatHappened')}
        required={values.files.length === 0}
        placeholder={t('textHint')}
        longest={10_000}
        rows={4}
      />
      <Suggestions
        found={found}
        category={values['particulars.category']}
        onCategory={(key) => plain.set({ 'particulars.category': key })}
      />
      <ChipsField
        {...plain.bind('particulars.category')}
        label={label('category')}
        required
        choices={categories}
      />
      <ChipsField
        {...plain.bind('urgency')}
        label={label('urgency')}
        required
        choices={URGENCIES.map((value) => ({ value, label: word(`urgency.${value}`) }))}
      />
      <TickField {...plain.bind('productionStopped')} label={label('productionStopped')} />
    </>
  );
}

/** What may be added when there is time: place, person, loss, where it came from. */
export function MoreFields<More extends object>({
  form,
  sites,
  contacts,
  channels,
}: Of<More> & {
  readonly sites: readonly Choice[];
  readonly contacts: readonly Choice[];
  readonly channels: readonly Channel[];
}): ReactElement {
  const t = useTexts(demandRegisterTexts);
  const { word, label } = useDemandWords();
  const plain = form as unknown as FormState<RegistrationValues>;
  return (
    <details className="register-more">
      <summary>{t('more')}</summary>
      <div className="ui-form ui-form-two">
        <TextField
          {...plain.bind('particulars.title')}
          label={label('title')}
          placeholder={t('titleHint')}
          longest={120}
        />
        {sites.length > 1 ? (
          <SelectField
            {...plain.bind('particulars.siteId')}
            label={label('site')}
            choices={sites}
            placeholder={label('choose')}
          />
        ) : null}
        {contacts.length > 0 ? (
          <SelectField
            {...plain.bind('particulars.contactId')}
            label={label('contact')}
            choices={contacts}
            placeholder={label('choose')}
          />
        ) : null}
        <TextField
          {...plain.bind('particulars.lossFenPerOccurrence')}
          label={label('loss')}
          inputMode="decimal"
        />
        <TextField {...plain.bind('particulars.timesOccurred')} label={label('times')} inputMode="numeric" />
        {channels.length > 1 ? (
          <>
            <SelectField
              {...plain.bind('channel')}
              label={label('channel')}
              required
              choices={channels.map((value) => ({ value, label: word(`channel.${value}`) }))}
            />
            <TextField {...plain.bind('source.reference')} label={label('reference')} longest={200} />
          </>
        ) : null}
      </div>
    </details>
  );
}
