/** The words of the sample event: one file for each language of the interface. */
import type { RecapLanguage } from '../../model/event.ts';
import type { SessionKind } from '../../model/session.ts';
import type { NewNote } from '../keep-note.ts';
import { SAMPLE_EN } from './texts/en.ts';
import { SAMPLE_JA } from './texts/ja.ts';
import { SAMPLE_KO } from './texts/ko.ts';

/** A note, or the place of the slide that is drawn for it. */
type SampleNote = NewNote | 'slide';

export interface SampleSession {
  readonly kind: SessionKind;
  readonly title: string;
  /** Name and affiliation. */
  readonly speaker: readonly [string, string];
  readonly room: string;
  /** Minutes from the moment at which the sample is loaded. */
  readonly from: number;
  readonly to: number;
  /** Slides that are promised for later, as so often. */
  readonly slidesToCome?: true;
  readonly notes: readonly SampleNote[];
}

/** What is drawn on the slide. */
export interface SlideWords {
  readonly title: string;
  readonly before: string;
  readonly after: string;
  /** The alternative text of the picture. */
  readonly alternativeText: string;
}

export interface SampleTexts {
  readonly name: string;
  readonly description: string;
  readonly venue: string;
  readonly tags: readonly string[];
  readonly overview: readonly NewNote[];
  readonly sessions: readonly SampleSession[];
  readonly slide: SlideWords;
}

const TEXTS: Partial<Record<RecapLanguage, SampleTexts>> = { ko: SAMPLE_KO, ja: SAMPLE_JA };

/** English in a language that the sample is not told in. */
export const sampleTextsIn = (language: RecapLanguage): SampleTexts => TEXTS[language] ?? SAMPLE_EN;
