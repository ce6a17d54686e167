/** The 18 dong offices; `size` decides the number of posts (positions/dong-posts.ts). */
export interface DongSpec {
  readonly name: string;
  readonly nameEn: string;
  readonly size: 'SMALL' | 'MIDDLE' | 'LARGE' | 'MERGING';
}

const dong = (name: string, nameEn: string, size: DongSpec['size']): DongSpec => ({ name, nameEn, size });

export const DONGS: readonly DongSpec[] = [
  dong('서초1동', 'Seocho 1-dong', 'MIDDLE'),
  dong('서초2동', 'Seocho 2-dong', 'MIDDLE'),
  dong('서초3동', 'Seocho 3-dong', 'LARGE'),
  dong('서초4동', 'Seocho 4-dong', 'LARGE'),
  dong('잠원동', 'Jamwon-dong', 'LARGE'),
  dong('반포본동', 'Banpobon-dong', 'MERGING'),
  dong('반포1동', 'Banpo 1-dong', 'LARGE'),
  dong('반포2동', 'Banpo 2-dong', 'MERGING'),
  dong('반포3동', 'Banpo 3-dong', 'SMALL'),
  dong('반포4동', 'Banpo 4-dong', 'MIDDLE'),
  dong('방배본동', 'Bangbaebon-dong', 'MIDDLE'),
  dong('방배1동', 'Bangbae 1-dong', 'SMALL'),
  dong('방배2동', 'Bangbae 2-dong', 'LARGE'),
  dong('방배3동', 'Bangbae 3-dong', 'MIDDLE'),
  dong('방배4동', 'Bangbae 4-dong', 'SMALL'),
  dong('양재1동', 'Yangjae 1-dong', 'LARGE'),
  dong('양재2동', 'Yangjae 2-dong', 'MIDDLE'),
  dong('내곡동', 'Naegok-dong', 'SMALL'),
];

/** The merger of the demo season: two neighbours become one. */
export const MERGER = { oldNames: ['반포본동', '반포2동'], name: '반포중앙동', nameEn: 'Banpo Jungang-dong' } as const;
