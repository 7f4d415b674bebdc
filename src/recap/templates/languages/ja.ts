/** Japanese. */
import type { RecapWords } from './recap-words.ts';

export const ja: RecapWords = {
  overview: '概要',
  officeHours: 'オフィスアワー',
  sessions: 'セッション',
  references: '参考資料',
  speaker: '登壇者',
  speakers: '登壇者',
  question: 'Q',
  answer: 'A',
  takeaway: '学び',
  date: '日時',
  venue: '会場',
  sessionKinds: {
    talk: '講演',
    keynote: '基調講演',
    'lightning-talk': 'ライトニングトーク',
    panel: 'パネルディスカッション',
    workshop: 'ワークショップ',
    'office-hours': 'オフィスアワー',
    hallway: '廊下での会話',
  },
  sessionLinks: { page: 'セッションページ', slides: 'スライド', recording: '動画' },
};
