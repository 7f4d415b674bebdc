/** The names that people give the fields of a session: column headers and JSON keys, without case and punctuation. */
import { plainName } from './json-record.ts';

export type LooseField =
  | 'id'
  | 'guid'
  | 'code'
  | 'uid'
  | 'title'
  | 'subtitle'
  | 'type'
  | 'speakers'
  | 'affiliation'
  | 'role'
  | 'room'
  | 'track'
  | 'language'
  | 'date'
  | 'start'
  | 'end'
  | 'duration'
  | 'abstract'
  | 'description'
  | 'page'
  | 'slides'
  | 'recording'
  | 'zone'
  | 'status'
  | 'break';

/** The likelier name first: of two columns that mean one field, the earlier in its row counts. */
const NAMES: Readonly<Record<LooseField, string>> = {
  id: 'id sessionid talkid eventid proposalid number nr no #',
  guid: 'guid uuid',
  code: 'code submissioncode proposalcode talkcode',
  uid: 'uid',
  title:
    'title sessiontitle talktitle proposaltitle eventtitle presentationtitle name sessionname session talk talkname topic subject summary titel vortrag titre título titulo titolo 제목 발표제목 세션 세션명 주제 タイトル 講演タイトル 題名 演題 题目 标题 標題 主题 議題 议题 演讲主题 charla tema название тема доклад tytuł název başlık',
  subtitle: 'subtitle untertitel soustitre 부제 サブタイトル',
  type: 'sessiontype type format sessionformat kind submissiontype talktype typ art eventtype 유형 형식 種別 形式',
  speakers:
    'speakers speaker speakernames speakername presenters presenter persons people authors author participants hosts host by referent referentin referenten vortragende intervenants intervenant ponente ponentes relatore relatori 발표자 연사 스피커 登壇者 発表者 講演者 スピーカー 演者 講師 讲者 講者 演讲者 演讲嘉宾 嘉宾 讲师 sprecher sprecherin redner rednerin vortragender palestrante palestrantes spreker sprekers talare orateur orateurs conférencier докладчик докладчики спикер спикеры prelegent prelegenci přednášející řečník konuşmacı konuşmacılar owner speakerids speakerid presenterids authorids',
  affiliation:
    'affiliation affil company organization organisation speakercompany employer institution firma entreprise 소속 所属 会社',
  role: 'role jobtitle position tagline speakertagline 직함 役職',
  room: 'room roomname location venue hall stage microlocation place raum saal ort salle lieu sala 장소 강의실 룸 会場 部屋 場所 ルーム 발표장 회의실 地点 地點 会议室 會場 房间 教室 zaal ruimte locatie lokal rum espace amphi ubicación lugar local зал место помещение аудитория miejsce místnost sál salon',
  track:
    'track trackname category categories stream theme tags 트랙 분야 トラック カテゴリ schiene themenbereich strang piste parcours ponencia trilha traccia секция поток трек ścieżka 分会场 专场 論壇 论坛',
  language:
    'language lang locale contentlocale sprache langue idioma lingua 언어 言語 语言 語言 язык język taal språk',
  date: 'date day startdate datum tag jour fecha giorno 날짜 일자 日付 日 日期 data dato fecha дата день tarih 일시 日時 開催日',
  start:
    'start startsat starttime begin begins beginsat from startdatetime scheduledat timestart dtstart startat starts time slot uhrzeit beginn zeit début debut heure hora inicio ora inizio 시작 시작시간 시간 開始 開始時刻 開始時間 時間 开始 开始时间 時刻 时间 startzeit anfang anfangszeit startuhrzeit von heuredébut heurededébut heuredebut heuredéb horadeinicio horainicio orainizio oradiinizio orario início horadeinício horário hora inicio starttid begintijd starttijd tijd tid начало времяначала время początek godzina začátek čas başlangıç saat startdateandtime sessionstart starttimelocal',
  end: 'end endsat endtime finish to until enddatetime timeend dtend endat ends ende bis fin fine 종료 종료시간 끝 終了 終了時刻 終了時間 结束 结束时间 結束時間 endzeit endeuhrzeit heurefin heuredefin horafin horadefin horafinal orafine fim término horafim sluttid eindtijd конец окончание времяокончания koniec konec bitiş enddateandtime sessionend enddate',
  duration:
    'duration durationminutes durationinminutes length minutes lengthinminutes dauer durée duree duración durata scheduledduration duração длительность 소요시간 長さ 時間分',
  abstract:
    'abstract longabstract shortabstract summarytext zusammenfassung kurzbeschreibung résumé resumen 초록 요약 概要 摘要 简介 簡介 kurzfassung resumo riassunto аннотация streszczenie özet',
  description:
    'description descriptionhtml details body content text beschreibung descripción descrizione 설명 내용 説明 詳細 内容 описание opis popis beskrivning omschrijving',
  page: 'url page link permalink website publicurl weblink address 링크 リンク',
  slides:
    'slides slidesurl slideurl slideslink presentation presentationurl folien 슬라이드 발표자료 スライド 資料',
  recording: 'recording recordingurl video videourl videolink youtube 영상 녹화 動画 録画',
  zone: 'timezone tz zone zeitzone 시간대 タイムゾーン',
  status: 'status state 상태 状態',
  break: 'isbreak isservicesession break',
};

type Known = { readonly field: LooseField; readonly rank: number };

const FIELD_BY_NAME = new Map<string, Known>();
for (const [field, names] of Object.entries(NAMES)) {
  for (const [rank, name] of names.split(' ').entries()) {
    // Object.entries forgets that the keys are fields.
    if (!FIELD_BY_NAME.has(name)) FIELD_BY_NAME.set(name, { field: field as LooseField, rank });
  }
}

/** What a header means: whole, without what stands in brackets, or by one of two names: `Track / Room`. */
const fieldOf = (name: string): Known | undefined => {
  const known = (text: string): Known | undefined =>
    FIELD_BY_NAME.get(plainName(text)) ?? FIELD_BY_NAME.get(text.trim());
  const whole =
    known(name) ??
    known(name.replace(/[([（][^)\]）]*[)\]）]?/g, '')) ??
    // Of a column for each language, the English one.
    known(name.replace(/[\s_-]+(?:english|en)$/i, ''));
  if (whole !== undefined || !/[/|・·\n]/.test(name)) return whole;
  return name
    .split(/[/|・·\n]/)
    .map(known)
    .find((part) => part !== undefined);
};

/** All names that mean the field, the likeliest first. */
export const namesOfField = (names: readonly string[], field: LooseField): readonly string[] =>
  names
    .flatMap((name) => {
      const known = fieldOf(name);
      return known?.field === field ? [{ name, rank: known.rank }] : [];
    })
    .sort((left, right) => left.rank - right.rank)
    .map(({ name }) => name);

/**
 * Which name stands for which field.
 *
 * @param names headers or keys as written
 * @returns the best name of each field that is there
 */
export const looseFieldsOf = (names: readonly string[]): ReadonlyMap<LooseField, string> => {
  const best = new Map<LooseField, { readonly name: string; readonly rank: number }>();
  for (const name of names) {
    const known = fieldOf(name);
    if (known === undefined) continue;
    const rival = best.get(known.field);
    if (rival === undefined || known.rank < rival.rank) best.set(known.field, { name, rank: known.rank });
  }
  return new Map([...best].map(([field, { name }]) => [field, name]));
};
