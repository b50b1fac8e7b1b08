import { z } from 'zod';
import { route } from './route.ts';

export const openApi = route({
  method: 'GET',
  path: '/api/openapi.json',
  summary: 'This document.',
  access: { auth: 'public' },
  response: z.looseObject({ openapi: z.literal('3.1.0') }),
  problems: [],
});
