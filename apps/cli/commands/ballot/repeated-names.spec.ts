import { repeatedName } from './repeated-names.js';

describe('a name repeated in a JSON text', () => {
  it.each([
    ['{"a":1,"a":2}', 'a'],
    ['{"a":{"b":1},"c":[{"x":1},{"x":[],"y":"x","x":1}]}', 'c[1].x'],
    ['{"a":1,"\\u0061":2}', 'a'],
    ['{"q\\"":"a\\\\","q\\"":1}', 'q"'],
    ['[[],[{"":1,"":2}]]', '[1][0].'],
  ])('%s', (text, place) => {
    expect(JSON.parse(text)).toBeDefined();
    expect(repeatedName(text)).toBe(place);
  });

  it.each(['{"a":{"a":{"a":1}},"b":["a","a",{"a":1},{"a":1}]}', '{"a":"b\\",\\"a\\":1"}', '"a"', '[]', '{"a":"{","b":"}"}'])('none in %s', (text) => {
    expect(JSON.parse(text)).toBeDefined();
    expect(repeatedName(text)).toBeNull();
  });
});
