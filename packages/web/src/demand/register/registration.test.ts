import { expect, test } from 'vitest';
import { emptyRegistration, missingIn, registrationBody, usualChannel } from './registration.ts';

const filled = {
  ...emptyRegistration('visit'),
  enterpriseId: 'e1',
  'particulars.category': 'power',
  'particulars.text': '二车间停电。已经第四次了',
};
const known = { territoryId: 't1', fileIds: [], photoText: '见现场照片' };

test('what is missing is named at its field', () => {
  expect(missingIn(emptyRegistration('visit')).map(({ pointer }) => pointer)).toEqual([
    '/enterpriseId',
    '/particulars.category',
    '/particulars.text',
  ]);
  expect(missingIn(filled)).toEqual([]);
  expect(missingIn({ ...filled, 'particulars.lossFenPerOccurrence': '很多' })).toHaveLength(1);
});

test('a photo may stand for words', () => {
  const photo = { ...filled, 'particulars.text': '', files: [new File([], 'p.jpg')] };
  expect(missingIn(photo)).toEqual([]);
  expect(registrationBody(photo, known).particulars).toMatchObject({
    title: '见现场照片',
    text: '见现场照片',
  });
});

test('what was found on a visit names the visit', () => {
  expect(registrationBody(filled, { ...known, visitId: 'v1' }).source).toMatchObject({ visitId: 'v1' });
});

test('the system adds title and place, and sends money in fen', () => {
  const body = registrationBody({ ...filled, 'particulars.lossFenPerOccurrence': '120.5' }, known);
  expect(body.particulars).toMatchObject({
    title: '二车间停电',
    territoryId: 't1',
    lossFenPerOccurrence: 12_050,
    siteId: undefined,
  });
  expect(body.urgency).toBe('general');
});

test('the desk is called, all others are out', () => {
  expect(usualChannel(['desk', 'officer'])).toBe('phone');
  expect(usualChannel(['officer'])).toBe('visit');
});

test('what concerns the service officer is kept from them, where there is one', () => {
  const ticked = { ...filled, keptFromOfficer: true };
  const officerIds = ['p1', 'p2'];
  expect(registrationBody(ticked, { ...known, officerIds }).hiding).toEqual({
    unitIds: [],
    personIds: ['p1', 'p2'],
  });
  expect(registrationBody(filled, { ...known, officerIds }).hiding).toBeUndefined();
  expect(registrationBody(ticked, known).hiding).toBeUndefined();
});
