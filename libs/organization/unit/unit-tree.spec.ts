import { timelineFaults } from './timeline-faults.js';
import { UnitTree, type UnitVersion } from './unit-tree.js';

const unit = (unitId: string, type: UnitVersion['type'], parentId: string | null, validFrom = '2020-01-01', validTo: string | null = null): UnitVersion => ({
  unitId, code: unitId.toUpperCase(), name: unitId, nameEn: null, type, parentId, validFrom, validTo,
});

const chart = [
  unit('bureau', 'BUREAU', null),
  unit('dept', 'DEPARTMENT', 'bureau'),
  unit('team', 'TEAM', 'dept', '2020-01-01', '2026-01-01'),
  unit('team', 'TEAM', 'dong', '2026-01-01'),
  unit('dong', 'DONG', null),
];

describe('UnitTree', () => {
  it('shows the chart of its day', () => {
    const before = new UnitTree(chart, '2025-12-31');
    const after = new UnitTree(chart, '2026-01-01');
    expect(before.path('team').map(({ unitId }) => unitId)).toEqual(['bureau', 'dept', 'team']);
    expect(after.path('team').map(({ unitId }) => unitId)).toEqual(['dong', 'team']);
    expect(before.departmentOf('team')?.unitId).toBe('dept');
    expect(before.bureauOf('team')?.unitId).toBe('bureau');
    expect(after.bureauOf('team')).toBeUndefined();
    expect([before.isInDong('team'), after.isInDong('team')]).toEqual([false, true]);
    expect(before.withDescendants('bureau').map(({ unitId }) => unitId)).toEqual(['bureau', 'dept', 'team']);
    expect(before.all()).toHaveLength(4);
    expect([before.inReportingLine('team', 'bureau'), before.inReportingLine('dept', 'dong')]).toEqual([true, false]);
  });

  it('knows nothing of units of another time', () => {
    expect(new UnitTree(chart, '2019-12-31').all()).toEqual([]);
    expect(new UnitTree(chart, '2019-12-31').path('dept')).toEqual([]);
  });
});

describe('timelineFaults', () => {
  const codes = (versions: UnitVersion[]): string[] => timelineFaults(versions).map(({ unitId, code }) => `${unitId} ${code}`).sort();

  it('accepts a sound history', () => expect(codes(chart)).toEqual([]));

  it('finds a circle, and only its members', () => {
    expect(codes([unit('a', 'DEPARTMENT', 'b'), unit('b', 'DEPARTMENT', 'a'), unit('c', 'TEAM', 'b')])).toEqual(['a UNIT_CYCLE', 'b UNIT_CYCLE']);
  });

  it('finds a circle that exists only after a later change', () => {
    expect(codes([unit('a', 'BUREAU', null, '2020-01-01', '2025-01-01'), unit('a', 'BUREAU', 'b', '2025-01-01'), unit('b', 'BUREAU', 'a')])).toEqual([
      'a UNIT_CYCLE', 'b UNIT_CYCLE',
    ]);
  });

  it('finds a parent that closes before its child, is unknown or too small', () => {
    expect(codes([unit('a', 'BUREAU', null, '2020-01-01', '2024-01-01'), unit('b', 'TEAM', 'a')])).toEqual(['b UNIT_PARENT_NOT_OPEN']);
    expect(codes([unit('b', 'TEAM', 'nowhere')])).toEqual(['b UNIT_PARENT_NOT_OPEN']);
    expect(codes([unit('a', 'TEAM', null), unit('b', 'DEPARTMENT', 'a')])).toEqual(['b UNIT_PARENT_TOO_SMALL']);
  });

  it('finds overlapping periods of one unit', () => {
    expect(codes([unit('a', 'TEAM', null), unit('a', 'TEAM', null, '2024-01-01')])).toEqual(['a UNIT_PERIODS_OVERLAP']);
  });
});
