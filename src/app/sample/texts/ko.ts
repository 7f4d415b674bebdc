/** The sample event in Korean. */
import type { SampleTexts } from '../sample-texts.ts';

export const SAMPLE_KO: SampleTexts = {
  name: '하버 콘퍼런스 (예시)',
  description: '차분한 서비스와 작은 도구, 그리고 그것을 운영하는 사람들에 관한 하루의 기록.',
  venue: '구항 4번 부두',
  tags: ['conference', 'operations'],
  overview: [
    { kind: 'text', markdown: '물가의 홀 두 개, **300명**, 그리고 끊기지 않던 커피.', source: null },
    { kind: 'text', markdown: '- 거의 모든 발표가 *덜 하는 법*에 관한 것이었다.', source: null },
    { kind: 'text', markdown: '- 복도가 세 번째 홀이었다.', source: null },
  ],
  sessions: [
    {
      kind: 'keynote',
      title: '지루함도 기능이다',
      speaker: ['박아다', '라이트하우스 시스템즈'],
      room: '홀 1',
      from: -95,
      to: -50,
      notes: [
        { kind: 'text', markdown: '- 야간 당직자가 읽을 수 있는 도구를 고르자.', source: null },
        { kind: 'text', markdown: '- 매달 의존성을 하나씩 지우자.', source: null },
        { kind: 'quote', markdown: '없는 코드 때문에 새벽에 불려 나온 사람은 없다.', source: null },
        {
          kind: 'question',
          markdown: '지우자는 제안은 어떻게 설득하나요?',
          answer: '호출 기록을 보여 주고, 그다음 그 파일을 보여 줍니다.',
          source: null,
        },
      ],
    },
    {
      kind: 'talk',
      title: '작은 큐, 차분한 서비스',
      speaker: ['밀란 호르바트', '키 랩스'],
      room: '홀 2',
      from: -20,
      to: 25,
      slidesToCome: true,
      notes: [
        { kind: 'text', markdown: '- 큐는 느린 서비스를 손쓸 수 없을 때까지 감춘다.', source: null },
        {
          kind: 'text',
          markdown: '- 기다리는 수를 제한하고, 일찍 *거절*하자:\n\n```go\nlimiter := NewLimiter(64)\n```',
          source: null,
        },
        'slide',
        {
          kind: 'link',
          url: 'https://example.org/small-queues',
          title: 'small-queues: 발표에 나온 리미터',
          linkKind: 'code',
          markdown: '파일 하나, 의존성 없음.',
          source: null,
        },
        { kind: 'takeaway', markdown: '이번 주에 우리 큐마다 상한을 두자.', source: null },
        {
          kind: 'question',
          markdown: '호출하는 쪽이 한꺼번에 재시도하면 어떻게 되나요?',
          answer: '',
          source: null,
        },
      ],
    },
    {
      kind: 'talk',
      title: '이유를 말해 주는 테스트',
      speaker: ['한지우', '파도랩'],
      room: '홀 1',
      from: 40,
      to: 80,
      notes: [],
    },
    {
      kind: 'office-hours',
      title: '메인테이너에게 묻다',
      speaker: ['', ''],
      room: '테라스',
      from: 90,
      to: 135,
      notes: [],
    },
  ],
  slide: {
    title: '부하 속의 지연 시간',
    before: '이전',
    after: '상한을 둔 뒤',
    alternativeText: '두 곡선: 상한이 없을 때 지연 시간은 가파르게 오르고, 상한을 두면 평평하다',
  },
};
