import { type Random } from '../random.js';

/**
 * Invented names (가상 데이터). Given names are put together from syllables that are seldom combined in life, so that
 * no list of real people can stand behind them. Common and compound surnames, names of two to five syllables, and a
 * few syllables outside KS X 1001 (믜, 롸, 햔), which CP949 files and search must survive.
 */
const SURNAMES: readonly (readonly [string, number])[] = [
  ['김', 21], ['이', 15], ['박', 9], ['최', 5], ['정', 5], ['강', 3], ['조', 3], ['윤', 3], ['장', 3], ['임', 2],
  ['한', 2], ['오', 2], ['서', 2], ['신', 2], ['권', 2], ['황', 2], ['안', 2], ['송', 2], ['류', 1], ['홍', 1],
  ['전', 1], ['고', 1], ['문', 1], ['양', 1], ['손', 1], ['배', 1], ['백', 1], ['허', 1], ['남', 1], ['심', 1],
  ['노', 1], ['하', 1], ['곽', 1], ['성', 1], ['차', 1], ['주', 1], ['우', 1], ['구', 1], ['민', 1], ['나', 1],
  ['엄', 0.5], ['채', 0.5], ['원', 0.5], ['천', 0.5], ['방', 0.5], ['공', 0.5], ['현', 0.5], ['함', 0.5], ['변', 0.5],
  ['염', 0.5], ['추', 0.4], ['도', 0.4], ['석', 0.4], ['선', 0.4], ['설', 0.4], ['마', 0.4], ['길', 0.3], ['표', 0.3],
  ['남궁', 0.4], ['선우', 0.3], ['독고', 0.2], ['제갈', 0.3], ['황보', 0.3], ['사공', 0.2], ['서문', 0.2],
];

const FIRST = [...'가겸결나다담도두라로루르리마모버벼별보봄빛새샘서설세솔아애여예온율은재채청초태푸하해혜휘'];
const SECOND = [...'결겸담랑률별봄샘솔숲온향훤휘효빛뜰섬령록'];

/** Words that nobody would be named. */
const UNLUCKY = new Set(['결별', '가담', '벼랑', '도랑', '여담']);

/** Given names of other lengths or with rare syllables; each is used at most once with a surname. */
const SPECIAL = ['온', '솔', '찬', '율', '훤', '하늘솔', '푸른별', '새벽빛', '아름찬', '보리밭', '초롱별', '설믜', '나롸', '햔결', '믜솔'];

export class Names {
  private readonly used = new Set<string>();

  constructor(private readonly random: Random) {}

  /** A name that nobody has yet. */
  next(): string {
    for (;;) {
      const [surname] = this.random.weighted(SURNAMES, ([, weight]) => weight);
      const given = this.random.chance(0.02) ? this.random.pick(SPECIAL) : this.twoSyllables();
      const name = surname + given;
      if (this.used.has(name)) continue;
      this.used.add(name);
      return name;
    }
  }

  private twoSyllables(): string {
    for (;;) {
      const first = this.random.pick(FIRST);
      const second = this.random.pick(SECOND);
      if (first !== second && !UNLUCKY.has(first + second)) return first + second;
    }
  }
}

/** How many pairs of colleagues share one name (동명이인): search must not take the name for the person. */
export const HOMONYM_PAIRS = 5;
