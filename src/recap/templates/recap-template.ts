/** The recap template: which sections stand in which order, and how sessions and speakers are written. */
import type { SessionKind } from '../../model/session.ts';
import { DEFAULT_TEMPLATE } from './default.ts';

type SectionTitle = 'overview' | 'officeHours' | 'sessions' | 'references';

/** A section is written only when there is something in it. */
export type TemplateSection =
  /** Notes of the event itself; its dates and place when there are none. */
  | { readonly content: 'overview'; readonly title: SectionTitle }
  /** Sessions of these kinds, in order. */
  | { readonly content: 'sessions'; readonly title: SectionTitle; readonly kinds: readonly SessionKind[] }
  /** Links of clips and sessions, each once. */
  | { readonly content: 'references'; readonly title: SectionTitle };

export interface RecapTemplate {
  readonly id: string;
  /** Level of section headings; sessions stand one below, headings in notes two below. */
  readonly sectionLevel: 1 | 2 | 3;
  readonly sections: readonly TemplateSection[];
  readonly speakers: {
    /** `{label}` and `{speakers}` are filled in. */
    readonly line: string;
    /** Fields of one speaker in order, empty ones left out. */
    readonly fields: readonly ('name' | 'affiliation' | 'role')[];
    readonly betweenFields: string;
    readonly betweenSpeakers: string;
  };
}

const TEMPLATES: readonly RecapTemplate[] = [DEFAULT_TEMPLATE];

/** The template of that name; the default one when there is none. */
export const templateOf = (id: string): RecapTemplate =>
  TEMPLATES.find((template) => template.id === id) ?? DEFAULT_TEMPLATE;
