/** Korean. */
import type { RecapWords } from './recap-words.ts';

export const ko: RecapWords = {
  overview: '개요',
  officeHours: '오피스 아워',
  sessions: '세션 내용',
  references: '참고자료',
  speaker: '스피커',
  speakers: '스피커',
  question: 'Q',
  answer: 'A',
  takeaway: '배운 점',
  date: '일시',
  venue: '장소',
  sessionKinds: {
    talk: '발표',
    keynote: '키노트',
    'lightning-talk': '라이트닝 토크',
    panel: '패널 토론',
    workshop: '워크숍',
    'office-hours': '오피스 아워',
    hallway: '복도 대화',
  },
  sessionLinks: { page: '세션 페이지', slides: '발표 자료', recording: '영상' },
};
