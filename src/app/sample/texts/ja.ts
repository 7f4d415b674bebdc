/** The sample event in Japanese. */
import type { SampleTexts } from '../sample-texts.ts';

export const SAMPLE_JA: SampleTexts = {
  name: 'ハーバーカンファレンス（サンプル）',
  description: '穏やかなサービス、小さな道具、それを動かす人たちについての一日の記録。',
  venue: '旧港 第4埠頭',
  tags: ['conference', 'operations'],
  overview: [
    {
      kind: 'text',
      markdown: '水辺のホールが二つ、**300人**、そして途切れることのないコーヒー。',
      source: null,
    },
    { kind: 'text', markdown: '- ほとんどの発表が*減らすこと*についてだった。', source: null },
    { kind: 'text', markdown: '- 廊下が三つ目のホールだった。', source: null },
  ],
  sessions: [
    {
      kind: 'keynote',
      title: '退屈は機能である',
      speaker: ['朴アダ', 'ライトハウス・システムズ'],
      room: 'ホール1',
      from: -95,
      to: -50,
      notes: [
        { kind: 'text', markdown: '- 夜勤の人が読める道具を選ぶ。', source: null },
        { kind: 'text', markdown: '- 毎月ひとつ依存を消す。', source: null },
        { kind: 'quote', markdown: '存在しないコードに夜中起こされた人はいない。', source: null },
        {
          kind: 'question',
          markdown: '消そうという提案はどう説得しますか。',
          answer: '呼び出しの記録を見せて、それからそのファイルを見せます。',
          source: null,
        },
      ],
    },
    {
      kind: 'talk',
      title: '小さなキュー、穏やかなサービス',
      speaker: ['ミラン・ホルヴァート', 'キー・ラボ'],
      room: 'ホール2',
      from: -20,
      to: 25,
      slidesToCome: true,
      notes: [
        { kind: 'text', markdown: '- キューは遅いサービスを手遅れになるまで隠す。', source: null },
        {
          kind: 'text',
          markdown: '- 待たせる数に上限を設け、早く*断る*:\n\n```go\nlimiter := NewLimiter(64)\n```',
          source: null,
        },
        'slide',
        {
          kind: 'link',
          url: 'https://example.org/small-queues',
          title: 'small-queues: 発表に出てきたリミッター',
          linkKind: 'code',
          markdown: 'ファイルひとつ、依存なし。',
          source: null,
        },
        { kind: 'takeaway', markdown: '今週中に手元のキューすべてに上限を設ける。', source: null },
        {
          kind: 'question',
          markdown: '呼び出し側が一斉に再試行したらどうなりますか。',
          answer: '',
          source: null,
        },
      ],
    },
    {
      kind: 'talk',
      title: '理由を語るテスト',
      speaker: ['ハン・ジウ', '波ラボ'],
      room: 'ホール1',
      from: 40,
      to: 80,
      notes: [],
    },
    {
      kind: 'office-hours',
      title: 'メンテナーに聞く',
      speaker: ['', ''],
      room: 'デッキ',
      from: 90,
      to: 135,
      notes: [],
    },
  ],
  slide: {
    title: '負荷時のレイテンシー',
    before: '対策前',
    after: '上限あり',
    alternativeText: '二本の曲線。上限がないとレイテンシーは急に上がり、上限があれば平らなまま',
  },
};
