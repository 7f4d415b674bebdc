/** Work of one surface done one after the other, in the order it was asked for: two quick keys are two steps. */
let last: Promise<unknown> = Promise.resolve();

/** Begins when all that was asked for before has ended, however it ended. */
export const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
  const done = last.then(work, work);
  last = done.catch(() => undefined);
  return done;
};
