/** All or nothing: whatever fails on the way takes back what was written before it. */

interface Transaction {
  readonly done: Promise<void>;
  commit(): void;
  abort(): void;
}

/** Runs `work` in the transaction; whatever it throws aborts all of it. Resolves when it is on disk. */
export const inTransaction = async <Kind extends Transaction, Result>(
  transaction: Kind,
  work: (transaction: Kind) => Promise<Result>,
): Promise<Result> => {
  transaction.done.catch(() => undefined);
  try {
    const result = await work(transaction);
    transaction.commit();
    await transaction.done;
    return result;
  } catch (cause) {
    try {
      transaction.abort();
    } catch {
      // Already aborted by the failure itself.
    }
    throw cause;
  }
};
