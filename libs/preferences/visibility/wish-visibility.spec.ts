import { visiblePart, WISH_FIELDS, WISH_VIEWERS, WISH_VISIBILITY, type WishField, type WishViewer } from './wish-visibility.js';

// Written out a second time from product.md, so that a slip in the table cannot hide.
const EXPECTED: Readonly<Record<WishField, readonly WishViewer[]>> = {
  applicant: ['SELF', 'RECEIVING_HEAD', 'HR'],
  positionId: ['SELF', 'RECEIVING_HEAD', 'HR'],
  choiceRank: ['SELF', 'HR'],
  reasonCode: ['SELF', 'RECEIVING_HEAD', 'HR'],
  reasonText: ['SELF', 'HR'],
  healthOrFamilyText: ['SELF', 'HR'],
  preparation: ['SELF', 'RECEIVING_HEAD', 'HR'],
  checkInNotes: ['SELF', 'HR'],
  generalPreparation: ['SELF', 'HR'],
  filedAt: ['SELF', 'HR'],
  draft: ['SELF'],
};

const cases = WISH_VIEWERS.flatMap((viewer) => WISH_FIELDS.map((field) => [viewer, field, EXPECTED[field].includes(viewer)] as const));

describe('who sees wishes', () => {
  it.each(cases)('%s × %s: %s', (viewer, field, visible) => {
    expect(WISH_VISIBILITY[viewer].includes(field)).toBe(visible);
    expect(field in visiblePart(viewer, { [field]: 'x' })).toBe(visible);
  });

  it('leaves out what is no field of the table', () => {
    expect(visiblePart('HR', { choiceRank: 1, ...{ newColumn: 'leak' } })).toEqual({ choiceRank: 1 });
  });
});
