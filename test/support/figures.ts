/** What the benches share: order statistics, and the line of JSON that `npm run bench` reads. */

/** The value below which this share (0 to 1) of the values lies; nearest rank. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
};

export const median = (values: readonly number[]): number => percentile(values, 0.5);

export interface Figure {
  readonly measure: string;
  readonly value: number;
  readonly unit: string;
  /** The most that the value may be. */
  readonly budget?: number;
}

export const printFigure = (figure: Figure): void =>
  console.log(JSON.stringify({ ...figure, value: Math.round(figure.value * 100) / 100 }));
