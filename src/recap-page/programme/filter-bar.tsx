/** The search and the filters above the programme's list. */
import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import type { Programme } from '../../schedule/programme.ts';
import type { ProgrammeFilter } from '../../schedule/search-programme.ts';
import { SearchIcon, StarIcon } from '../../ui/components/icons.tsx';
import { t, uiLanguage } from '../../ui/strings.ts';
import { dayTitle } from './session-texts.ts';

type ListFilter = 'days' | 'rooms' | 'tracks' | 'languages';

const languageName = (code: string): string => {
  try {
    return new Intl.DisplayNames(uiLanguage(), { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
};

const FilterSelect = ({
  label,
  all,
  values,
  value,
  nameOf = (name) => name,
  onChoose,
}: {
  readonly label: string;
  readonly all: string;
  readonly values: readonly string[];
  readonly value: string | undefined;
  readonly nameOf?: (value: string) => string;
  readonly onChoose: (value: string | null) => void;
}) => {
  const id = useId();
  // One choice is none.
  if (values.length < 2) return null;
  return (
    <>
      <label class="visually-hidden" for={id}>
        {label}
      </label>
      <select
        id={id}
        class={value === undefined ? 'input programme-filter' : 'input programme-filter is-set'}
        value={value ?? ''}
        onChange={(event) => onChoose(event.currentTarget.value || null)}
      >
        <option value="">{all}</option>
        {values.map((each) => (
          <option key={each} value={each}>
            {nameOf(each)}
          </option>
        ))}
      </select>
    </>
  );
};

export const FilterBar = ({
  programme,
  languages,
  filter,
  starCount,
  searchRef,
  onFilter,
  onDown,
}: {
  readonly programme: Programme;
  readonly languages: readonly string[];
  readonly filter: ProgrammeFilter;
  readonly starCount: number;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly onFilter: (
    change: Partial<Omit<ProgrammeFilter, 'keys'>> & { readonly starred?: boolean },
  ) => void;
  /** The arrow down in the search field: on to the list. */
  readonly onDown: () => void;
}) => {
  const choose = (name: ListFilter) => (value: string | null) =>
    onFilter({ [name]: value === null ? [] : [value] });
  return (
    <search class="programme-filters">
      <span class="programme-search">
        <SearchIcon />
        <input
          ref={searchRef}
          class="input"
          type="search"
          dir="auto"
          aria-label={t('programmeSearch')}
          placeholder={t('programmeSearch')}
          value={filter.text}
          onInput={(event) => onFilter({ text: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' || event.isComposing) return;
            event.preventDefault();
            onDown();
          }}
        />
      </span>
      <FilterSelect
        label={t('programmeDay')}
        all={t('programmeAllDays')}
        values={programme.days}
        value={filter.days[0]}
        nameOf={dayTitle}
        onChoose={choose('days')}
      />
      <FilterSelect
        label={t('programmeRoom')}
        all={t('programmeAllRooms')}
        values={programme.rooms}
        value={filter.rooms[0]}
        onChoose={choose('rooms')}
      />
      <FilterSelect
        label={t('programmeTrack')}
        all={t('programmeAllTracks')}
        values={programme.tracks}
        value={filter.tracks[0]}
        onChoose={choose('tracks')}
      />
      <FilterSelect
        label={t('programmeLanguage')}
        all={t('programmeAllLanguages')}
        values={languages}
        value={filter.languages[0]}
        nameOf={languageName}
        onChoose={choose('languages')}
      />
      <button
        type="button"
        class="button programme-starred"
        aria-pressed={filter.keys !== null}
        onClick={() => onFilter({ starred: filter.keys === null })}
      >
        <StarIcon /> {t('programmeStarredOnly', String(starCount))}
      </button>
    </search>
  );
};
