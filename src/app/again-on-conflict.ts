/** For changes that hold whatever else was changed meanwhile (a field, a move, a deletion): read again, try again. */
import { RevisionConflict } from '../model/errors.ts';

const TRIES = 5;

/** @param attempt reads the record and writes the change; it is called again when the record changed in between */
export const againOnConflict = async <Result>(attempt: () => Promise<Result>): Promise<Result> => {
  for (let left = TRIES - 1; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof RevisionConflict) || left === 0) throw error;
    }
  }
};
