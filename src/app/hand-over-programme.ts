/** Hands the text of a programme from one surface to another: it waits as a draft until the recap page takes it. */
import { instantOf } from '../model/time.ts';
import type { Ports } from './ports.ts';

const TARGET = 'programme:text';

export interface HandedProgramme {
  /** Its address, as the person is told. */
  readonly name: string;
  readonly text: string;
}

export const handOverProgramme = (
  { store, nowMs }: Pick<Ports, 'store' | 'nowMs'>,
  { name, text }: HandedProgramme,
): void =>
  store.putDraft({
    target: TARGET,
    text: `${name}\n${text}`,
    caret: 0,
    baseRevision: 0,
    updatedAt: instantOf(nowMs()),
  });

/** Takes what was handed over, once. */
export const takeHandedProgramme = async ({
  store,
}: Pick<Ports, 'store'>): Promise<HandedProgramme | null> => {
  const draft = await store.getDraft(TARGET);
  if (draft === null) return null;
  store.deleteDraft(TARGET);
  const end = draft.text.indexOf('\n');
  return { name: draft.text.slice(0, end), text: draft.text.slice(end + 1) };
};
