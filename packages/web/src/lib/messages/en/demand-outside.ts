export const demandOutside = {
  title: 'Liaison letter',
  lead: '{issuer} asks you to help and to answer here.',
  letter: 'The letter',
  to: 'To',
  number: 'Letter',
  demand: 'Demand',
  enterprise: 'Enterprise',
  due: 'Answer by',
  validUntil: 'The link is valid until',
  content: 'What was asked',
  request: 'What we ask you',
  download: 'Download the letter (Word)',
  answer: 'Your answer',
  files: 'Files',
  send: 'Send the answer',
  sent: 'We have your answer. Thank you.',
  sentNext: 'This link is used up; you may close the page.',
  over: 'This link is over',
  overNext: 'It was answered already, or replaced by a newer link. Please ask whoever sent the letter.',
} as const;

export const outsideProblems = {
  'outside.link-over': 'This link was used, recalled or is over. Please ask whoever sent you the letter.',
} as const;
