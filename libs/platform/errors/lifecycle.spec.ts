import { Lifecycle } from './lifecycle.js';

describe('Lifecycle', () => {
  it('allows only what the table says', () => {
    const lifecycle = new Lifecycle('door', { OPEN: ['SHUT'], SHUT: ['OPEN', 'GONE'], GONE: [] }, 'OPEN', ['GONE']);
    expect(lifecycle.allows('OPEN', 'SHUT')).toBe(true);
    expect(() => lifecycle.requireTransition('OPEN', 'GONE')).toThrow('IMPOSSIBLE_TRANSITION');
  });

  it('refuses a state that cannot be reached', () => {
    expect(() => new Lifecycle<'OPEN' | 'LOST'>('door', { OPEN: [], LOST: ['OPEN'] }, 'OPEN', ['OPEN'])).toThrow('LOST cannot be reached');
  });

  it('refuses a trap that is not named an end', () => {
    expect(() => new Lifecycle('door', { OPEN: ['TRAP'], TRAP: [] }, 'OPEN', [])).toThrow('TRAP cannot be left');
  });
});
