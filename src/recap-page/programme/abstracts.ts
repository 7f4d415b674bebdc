/** Abstracts as Markdown. HTML goes through the one converter: sanitised first, without images; nothing in it is loaded. */
import type { ProgrammeSession } from '../../schedule/programme.ts';

export interface Abstracts {
  /** Markdown; converted once for each session. */
  readonly of: (session: ProgrammeSession) => string;
  /** Converts many, a slice at a time, so that the page stays awake. */
  readonly prepare: (sessions: readonly ProgrammeSession[]) => Promise<void>;
}

const SLICE_MS = 12;
const loadConverter = () => import('../../markdown/html-to-markdown.ts');

/** @param base address that relative links are resolved against; may be empty */
export const loadAbstracts = async (
  sessions: readonly ProgrammeSession[],
  base: string,
): Promise<Abstracts> => {
  const converter = sessions.some(({ abstract }) => abstract.format === 'html')
    ? await loadConverter()
    : null;
  const known = new Map<ProgrammeSession, string>();
  const convert = ({ abstract: { format, text } }: ProgrammeSession): string => {
    if (format === 'markdown' || converter === null) return text;
    const { htmlToMarkdown, parseHtml } = converter;
    const options = { base, contentOnly: true, imageAddress: () => null };
    return htmlToMarkdown(parseHtml(text), options).markdown.trim();
  };
  const of = (session: ProgrammeSession): string => {
    const markdown = known.get(session) ?? convert(session);
    known.set(session, markdown);
    return markdown;
  };
  const prepare = async (wanted: readonly ProgrammeSession[]): Promise<void> => {
    let startMs = performance.now();
    for (const session of wanted) {
      of(session);
      if (performance.now() - startMs < SLICE_MS) continue;
      await new Promise((resolve) => setTimeout(resolve, 0));
      startMs = performance.now();
    }
  };
  return { of, prepare };
};
