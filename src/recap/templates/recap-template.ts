/** The recap template: which sections stand in which order, and how sessions and speakers are written. */
import type { RecapShape } from '../../model/recap-shape.ts';
import { SESSION_KINDS, type SessionKind } from '../../model/session.ts';
import type { RecapWord } from './languages/recap-words.ts';

interface TitledSection {
  readonly title: RecapWord;
}

/** Sessions with their notes. */
export interface SessionsSection extends TitledSection {
  readonly content: 'sessions';
  readonly kinds: readonly SessionKind[];
  /** `time`: by their start, those without one last. As in the outline when left out. */
  readonly order?: 'time';
  /** A heading for each day or track instead of the section's own; that one stands over sessions without either. */
  readonly groupBy?: 'day' | 'track';
  /** Only those with the most notes, so many of them. */
  readonly most?: number;
}

/** A section is written only when there is something in it. */
export type TemplateSection =
  /** Notes of the event itself; its dates and place when there are none. */
  | (TitledSection & { readonly content: 'overview' })
  | (TitledSection & { readonly content: 'place' })
  | SessionsSection
  /** All takeaways as one list; they are not written again in their sessions. */
  | (TitledSection & { readonly content: 'takeaways' })
  /** Sessions that no section before it has written, a line for each. */
  | (TitledSection & { readonly content: 'other-sessions'; readonly kinds: readonly SessionKind[] })
  /** The links of each session, room by room, without its notes. */
  | (TitledSection & { readonly content: 'link-digest' })
  /** A page for each session; here, the list of them. */
  | (TitledSection & { readonly content: 'session-pages'; readonly kinds: readonly SessionKind[] })
  /** Links of clips and sessions, each once. */
  | (TitledSection & { readonly content: 'references' });

export interface RecapTemplate {
  readonly id: string;
  /** Level of section headings; sessions stand one below, headings in notes two below. */
  readonly sectionLevel: 1 | 2 | 3;
  readonly sections: readonly TemplateSection[];
  /** Patterns, as `RecapShape` tells. */
  readonly heading: string;
  readonly speakerLine: string;
  readonly speaker: string;
  readonly betweenSpeakers: string;
}

/** How speakers and headings are written unless a template has its own way. */
export const USUAL_SHAPE = {
  sectionLevel: 2,
  heading: '{title}',
  speakerLine: '**{label}**: {speakers}',
  speaker: '{name}, {affiliation}, {role}',
  betweenSpeakers: '; ',
} as const;

/** Kinds of sessions that are on the programme: all but office hours and the hallway. */
export const PROGRAMME_KINDS = ['talk', 'keynote', 'lightning-talk', 'panel', 'workshop'] as const;
export const ALL_KINDS = SESSION_KINDS;

/** The template as the person shapes it. */
export const shapeTemplate = (template: RecapTemplate, shape: RecapShape = {}): RecapTemplate => {
  const { words: _, ...own } = shape;
  return { ...template, ...own };
};
