/** Why a programme could not be read, in words, and what can be done about it at once. */
import { AddressNotReadable, type AddressTrouble, LanyardError } from '../../model/errors.ts';
import { type RefusalKind, refusalKindOf } from '../../schedule/refusal.ts';
import { Button } from '../../ui/components/button.tsx';
import { TriangleAlertIcon } from '../../ui/components/icons.tsx';
import { errorMessage } from '../../ui/error-message.ts';
import { type MessageKey, t } from '../../ui/strings.ts';

export interface ReadingFailure {
  readonly name: string;
  readonly error: unknown;
}

const REFUSALS: Readonly<Record<RefusalKind, MessageKey>> = {
  'web-page': 'refusedWebPage',
  empty: 'refusedEmpty',
  'too-long': 'refusedTooLong',
  'too-many': 'refusedTooMany',
  'unknown-shape': 'refusedUnknown',
  'no-programme': 'refusedNoProgramme',
  broken: 'refusedBroken',
  entities: 'refusedEntities',
  'too-deep': 'refusedTooDeep',
  'duplicate-key': 'refusedDuplicate',
  schema: 'refusedSchema',
  'out-of-range': 'refusedOutOfRange',
  'no-zone': 'formNoTimeZone',
};

const TROUBLES: Readonly<Record<AddressTrouble, MessageKey>> = {
  'no-address': 'addressNone',
  offline: 'addressOffline',
  unreachable: 'addressUnreachable',
  'no-answer': 'addressNoAnswer',
  cancelled: 'addressCancelled',
  status: 'addressStatus',
  'too-large': 'addressTooLarge',
  redirected: 'addressRedirected',
  'web-page': 'addressWebPage',
  refused: 'addressRefused',
};

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);

/** What the trouble's sentence names: a status, a limit, a host. */
const asideOf = ({ trouble, url, aside }: AddressNotReadable): string =>
  trouble === 'unreachable' || trouble === 'refused'
    ? hostOf(url)
    : trouble === 'redirected'
      ? hostOf(aside)
      : aside;

const AddressTroubleLines = ({
  error,
  onAddress,
  onRight,
}: {
  readonly error: AddressNotReadable;
  readonly onAddress: (address: string) => void;
  readonly onRight: (address: string) => void;
}) => {
  const { trouble, url, aside } = error;
  const needsRight = trouble === 'unreachable' || trouble === 'refused';
  const leadsOn = (trouble === 'redirected' || trouble === 'web-page') && aside !== '';
  return (
    <>
      <p>{t(TROUBLES[trouble], asideOf(error))}</p>
      {needsRight && (
        <>
          <p>{t('addressRightWhy', hostOf(url))}</p>
          <Button look="primary" onClick={() => onRight(url)}>
            {t('addressRightAsk', hostOf(url))}
          </Button>
        </>
      )}
      {leadsOn && <Button onClick={() => onAddress(aside)}>{t('addressRead', aside)}</Button>}
      {(trouble === 'no-answer' || trouble === 'offline' || trouble === 'status') && (
        <Button onClick={() => onAddress(url)}>{t('tryAgain')}</Button>
      )}
    </>
  );
};

const RefusalLines = ({ error }: { readonly error: LanyardError }) => {
  const kind = refusalKindOf(error);
  const { field = '', reason = '' } = error.details;
  return (
    <>
      {field !== '' && <p>{t('programmeFailedAt', String(field))}</p>}
      <p>
        {kind === null ? t('programmeFailedWhy', String(reason)) : t('programmeFailedWhy', t(REFUSALS[kind]))}
      </p>
      {kind !== null && kind !== 'empty' && (
        <p class="programme-failure-reason" lang="en" dir="ltr">
          {reason}
        </p>
      )}
    </>
  );
};

export const ReadingFailureView = ({
  failure: { name, error },
  onAddress,
  onRight,
}: {
  readonly failure: ReadingFailure;
  readonly onAddress: (address: string) => void;
  /** Asks for the right to read from the address's origin, and reads. */
  readonly onRight: (address: string) => void;
}) => (
  <div class="programme-failure" role="alert">
    <TriangleAlertIcon />
    <div>
      <p class="programme-failure-title" dir="auto">
        {t('programmeFailed', name)}
      </p>
      {error instanceof AddressNotReadable ? (
        <AddressTroubleLines error={error} onAddress={onAddress} onRight={onRight} />
      ) : error instanceof LanyardError && error.code === 'invalid-input' ? (
        <RefusalLines error={error} />
      ) : (
        <p>{errorMessage(error)}</p>
      )}
      <p>{t('programmeFailedNext')}</p>
    </div>
  </div>
);
