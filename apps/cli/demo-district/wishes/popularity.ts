import { type Directory } from '../directory.js';
import { type DemoDistrict, type DemoPosition } from '../model.js';
import { type Random } from '../random.js';

/** Divisions with many applicants in this invented season, most first; the others follow in a seeded order. */
const SOUGHT = [
  '문화예술과', '정원여가과', '행정지원과', '기획예산과', '홍보담당관', '재무과', '교육체육과', '감사담당관', '의회사무국', '도시디자인과', '여성보육과', '자치행정과',
];
const EXPONENT = 1.2; // a Zipf-like law: the first division draws about 36 times as many wishes as the twentieth

/** Weight of each position by its division's place in the order; a post with heavy workload draws a quarter. */
export function popularity(district: DemoDistrict, lookUp: Directory, random: Random): (position: DemoPosition) => number {
  const divisions = district.units.filter((unit) => unit.type === 'DEPARTMENT' || unit.type === 'DONG');
  const sought = SOUGHT.flatMap((name) => divisions.filter((unit) => unit.name === name));
  const order = [...sought, ...random.shuffle(divisions.filter((unit) => !sought.includes(unit)))];
  const weights = new Map(order.map((unit, index) => [unit.code, 1 / (index + 1) ** EXPONENT]));
  return (position) => (weights.get(lookUp.division(position.unitCode).code) ?? 0.05) * (position.heavyWorkload ? 0.25 : 1);
}
