import { futureRefusal, holderRefusal, textRefusal, unitsRefusal } from '../checks.ts';
import { accept, onDemand, refusal, unless, when } from '../rule.ts';
import { internal, outward } from '../texts.ts';

/** 会商: fixes the unit, which cannot decline any more. */
export const concludeConsultation = onDemand('ConcludeConsultation', {
  from: ['consulting'],
  blocked: ({ remit }) => when(remit === 'outside', 'demand.remit-outside'),
  decide: (demand, { heldOn, unitIds, minutes, lead }, context) =>
    unless(
      [
        futureRefusal(context, 'heldOn', heldOn),
        unitsRefusal(context, 'unitIds', unitIds),
        textRefusal(context, { field: 'minutes', text: minutes, kind: 'answer' }),
        holderRefusal(context, lead, demand.hiding),
      ],
      () => accept({ type: 'ConsultationConcluded', heldOn, unitIds, minutes: internal(minutes), lead }),
    ),
});

/** 终结认定: the matter ends against the asker's verdict, on a basis in law that is shown. */
export const determineFinally = onDemand('DetermineFinally', {
  from: ['registered', 'consulting', 'assigned', 'handling'],
  blocked: ({ rejections }, { settings }) => {
    const needed = settings.rejectionsBeforeConsultation;
    return rejections < needed ? refusal('demand.too-few-rejections', { rejections, needed }) : undefined;
  },
  decide: (_, { legalBasis, reasons, files }, context) =>
    unless(
      [
        when(legalBasis.trim() === '', 'demand.legal-basis-needed'),
        textRefusal(context, { field: 'legalBasis', text: legalBasis, kind: 'words' }),
        textRefusal(context, { field: 'reasons', text: reasons, kind: 'answer' }),
      ],
      () =>
        accept({
          type: 'FinallyDetermined',
          legalBasis: outward(legalBasis),
          reasons: outward(reasons),
          files,
        }),
    ),
});
