import type { EmployeeInput, InstanceInput } from '../instance/input.js';
import type { Placement } from './plain.js';

/** A case from the literature whose answer is known, in short form: "person@present: wishes" and "seat places: list". */
export interface PublishedCase {
  readonly name: string;
  readonly source: string;
  readonly mechanism: string;
  readonly input: InstanceInput;
  readonly expected: Placement;
}

function known(mechanism: string, name: string, source: string, people: readonly string[], seats: readonly string[], expected: Placement, order?: string[]): PublishedCase {
  const employees = people.map((line): EmployeeInput => {
    const [who, wishes] = line.split(':') as [string, string];
    const [id, current] = who.split('@') as [string, string | undefined];
    return { id, current: current ?? null, wishes: wishes.split(' ').filter((wish) => wish !== '') };
  });
  return {
    name, source, mechanism, expected,
    input: {
      format: 'jari-instance/1', employees, ...(order === undefined ? {} : { order }),
      seats: seats.map((line) => {
        const [place, list] = line.split(':') as [string, string];
        const [id, capacity] = place.split(' ') as [string, string | undefined];
        return { id, capacity: Number(capacity ?? 1), priority: list.split(' ').filter((name) => name !== '') };
      }),
    },
  };
}

const GALE_SHAPLEY = 'Gale & Shapley (1962), College Admissions and the Stability of Marriage, Example 1';
const galeShapley = [['alpha:A B C', 'beta:B C A', 'gamma:C A B'], ['A:beta gamma alpha', 'B:gamma alpha beta', 'C:alpha beta gamma']] as const;
const SCHOOL_CHOICE = 'Abdulkadiroğlu & Sönmez (2003), School Choice: A Mechanism Design Approach, Example 1';
const schoolChoice = [['i1:s2 s1 s3', 'i2:s1 s2 s3', 'i3:s1 s2 s3'], ['s1:i1 i3 i2', 's2:i2 i1 i3', 's3:i2 i1 i3']] as const;
const TEACHERS = 'Combe, Tercieux & Terrier (2022), The Design of Teacher Assignment, stylised example, labels ours';
const teachers = [['t1@s1:s2', 't2@s2:s1', 't3@s3:s1 s2'], ['s1:t3 t2 t1', 's2:t3 t1 t2', 's3:t3 t1 t2']] as const;

export const publishedCases: readonly PublishedCase[] = [
  known('da-star', 'a strong incumbent elsewhere blocks a good exchange', TEACHERS, ...teachers, { t1: 's1', t2: 's2', t3: 's3' }),
  known('to-be', 'block exchange makes the same exchange', TEACHERS, ...teachers, { t1: 's2', t2: 's1', t3: 's3' }),
  known('da', 'three couples, proposed to from one side', GALE_SHAPLEY, ...galeShapley, { alpha: 'A', beta: 'B', gamma: 'C' }),
  known('da-seat', 'three couples, proposed to from the other side', GALE_SHAPLEY, ...galeShapley, { alpha: 'C', beta: 'A', gamma: 'B' }),
  known('da', 'the only stable placement is not efficient', SCHOOL_CHOICE, ...schoolChoice, { i1: 's1', i2: 's2', i3: 's3' }),
  known('ttc', 'trading cycles improve on it', SCHOOL_CHOICE, ...schoolChoice, { i1: 's2', i2: 's1', i3: 's3' }),
  known('da', 'five residents', 'Python "matching" documentation, hospital-resident example',
    ['Ada:City', 'Sam:City Mercy', 'Dani:City Mercy General', 'Luc:Mercy City General', 'Jo:City General Mercy'],
    ['Mercy 2:Dani Luc Sam Jo', 'City 2:Dani Ada Sam Luc Jo', 'General 2:Dani Jo Luc'], { Ada: 'City', Sam: 'Mercy', Dani: 'City', Luc: 'Mercy', Jo: 'General' }),
  known('da', 'rural hospitals', 'constructed after Roth (1986), On the Allocation of Residents to Rural Hospitals',
    ['e1:A B R', 'e2:B A R', 'e3:A B R', 'e4:B R', 'e5:A B'], ['A:e2 e1 e3 e5', 'B:e1 e2 e4 e3 e5', 'R 4:e3 e4 e1 e2'], { e1: 'A', e2: 'B', e3: 'R', e4: 'R', e5: null }),
  known('sd', 'turns with places', 'constructed: scores 90, 85, 85 (lottery), 70 over seats with 2 and 1 places',
    ['p1:A B', 'p2:A', 'p3:A B', 'p4:B A'], ['A 2:p1 p2 p3 p4', 'B:p1 p2 p3 p4'], { p1: 'A', p2: 'A', p3: 'B', p4: null }, ['p1', 'p2', 'p3', 'p4']),
  known('ttc-star', 'five houses', 'matchingmarkets.org, example of ttc, printed output',
    ['a1@h5:h2', 'a2@h4:h1 h5', 'a3@h3:h2 h1 h4', 'a4@h2:', 'a5@h1:h4 h3'],
    ['h1:a5 a1 a2 a3 a4', 'h2:a4 a1 a2 a3 a5', 'h3:a3 a1 a2 a4 a5', 'h4:a2 a1 a3 a4 a5', 'h5:a1 a2 a3 a4 a5'], { a1: 'h5', a2: 'h1', a3: 'h3', a4: 'h2', a5: 'h4' }),
  known('yrmh-igyt', 'four tenants and a newcomer', 'Abdulkadiroğlu & Sönmez (1999), House Allocation with Existing Tenants, section 5.1',
    ['i1@h1:h2 h6 h5 h1 h4 h3 h7', 'i2@h2:h7 h1 h6 h5 h4 h3 h2', 'i3@h3:h2 h1 h4 h7 h3 h6 h5', 'i4@h4:h2 h4 h3 h6 h1 h7 h5', 'i5:h4 h3 h7 h1 h2 h5 h6'],
    ['h1:i1 i2 i3 i4 i5', 'h2:i2 i1 i3 i4 i5', 'h3:i3 i1 i2 i4 i5', 'h4:i4 i1 i2 i3 i5', 'h5:i1 i2 i3 i4 i5', 'h6:i1 i2 i3 i4 i5', 'h7:i1 i2 i3 i4 i5'],
    { i1: 'h2', i2: 'h7', i3: 'h1', i4: 'h4', i5: 'h3' }, ['i1', 'i2', 'i3', 'i4', 'i5']),
  known('exchange', 'two pairs move more people than one circle of three', 'Abraham, Blum & Sandholm (2007), Clearing Algorithms for Barter Exchange Markets, Figure 1, wishes in an order of ours',
    ['v1@s1:s2', 'v2@s2:s3 s1', 'v3@s3:s1 s2 s4', 'v4@s4:s3'],
    ['s1:v1 v2 v3 v4', 's2:v1 v2 v3 v4', 's3:v1 v2 v3 v4', 's4:v1 v2 v3 v4'], { v1: 's2', v2: 's1', v3: 's4', v4: 's3' }),
  ...(['rank-min', 'rank-maximal'] as const).map((mechanism) => known(mechanism, 'two first wishes, or everybody placed sooner', 'constructed; rank-maximal in the sense of Irving, Kavitha, Mehlhorn, Michail & Paluch (2006)',
    ['a:A B', 'b:B C', 'c:A X Y Z'], ['A:a b c', 'B:a b c', 'C:a b c', 'X 0:c', 'Y 0:c', 'Z:c'],
    mechanism === 'rank-min' ? { a: 'B', b: 'C', c: 'A' } : { a: 'A', b: 'B', c: 'Z' })),
  known('max-card', 'deferred acceptance would leave one without', 'constructed',
    ['e1:A', 'e2:A B', 'e3:B A C'], ['A:e2 e1 e3', 'B:e3 e2', 'C:e3'], { e1: 'A', e2: 'B', e3: 'C' }),
];
