/** How many trials a suite runs, and from which seed: few in `npm test`, the full number in `npm run torture`. */
import { type Random, randomOf } from '../support/random.ts';

/** True in `npm run torture`: for what a busy machine cannot do in a test's time. */
export const isFull = process.env.LANYARD_TORTURE === 'full';

/** `LANYARD_SEED` when it is given; printed by every suite, so that a failure can be had again. */
const SEED = Number(process.env.LANYARD_SEED ?? 20260905);

/** `LANYARD_TRIALS`: at most so many of each, when there is no time for the full number. */
const MOST = Number(process.env.LANYARD_TRIALS ?? Number.POSITIVE_INFINITY);

/** The number of trials of this run. */
export const trials = (short: number, full: number): number => (isFull ? Math.min(full, MOST) : short);

/** `LANYARD_SHARE=2/3`: the second third, for a suite that several processes go through together. */
export const shareOf = <Item>(items: readonly Item[]): readonly Item[] => {
  const [part = 1, parts = 1] = (process.env.LANYARD_SHARE ?? '1/1').split('/').map(Number);
  return items.filter((_, index) => index % parts === part - 1);
};

/** The random things of a suite, told on the screen with its seed. */
export const startSuite = (name: string): Random => {
  console.log(`torture: ${name}, ${isFull ? 'full' : 'short'}, LANYARD_SEED=${SEED}`);
  return randomOf(SEED);
};

/** A line of figures for the record. */
export const tell = (name: string, figures: Readonly<Record<string, number | string>>): void =>
  console.log(`torture: ${name}: ${JSON.stringify(figures)}`);

/** What takes longer has hung: the trial fails, and says in what. */
export const inTime = async <Result>(what: string, work: Promise<Result>, ms = 60_000): Promise<Result> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`hung for ${ms} ms: ${what}`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};
