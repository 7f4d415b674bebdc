/** What a person can do about an error: copy its details, make room on a full disk. Loaded with the first one. */
import { LanyardError } from '../model/errors.ts';
import { Button } from './components/button.tsx';
import { errorDetails } from './error-details.ts';
import { usePorts } from './ports-context.ts';
import { t } from './strings.ts';

const isFull = (error: unknown): boolean =>
  error instanceof LanyardError &&
  error.code === 'store-failure' &&
  (error.details.reason === 'disk' || error.details.reason === 'quota');

export const ErrorActions = ({ error, onDone }: { readonly error: unknown; readonly onDone: () => void }) => {
  const { makeRoom } = usePorts();
  return (
    <>
      {isFull(error) && (
        <Button
          onClick={() => {
            onDone();
            makeRoom();
          }}
        >
          {t('makeRoomOpen')}
        </Button>
      )}
      <Button onClick={() => void navigator.clipboard.writeText(errorDetails(error)).then(onDone)}>
        {t('copyDetails')}
      </Button>
    </>
  );
};
