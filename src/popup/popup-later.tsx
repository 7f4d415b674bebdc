/** What the popup shows once the store has answered: loaded behind the first frame. */
export { FirstEvent } from '../ui/components/first-event.tsx';
export { PageProgramme } from './page-programme.tsx';
export { PopupKeys } from './popup-keys.tsx';
export { RecentNotes } from './recent-notes.tsx';
