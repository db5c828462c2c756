import fc from 'fast-check';

const MARKS = Array.from('{}[],:"\\e-.0 \n\u0001\u0085x');

/** JSON texts with one character put in, taken out or cut off at. */
export const nearlyJson = (texts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(texts, fc.nat(), fc.constantFrom(...MARKS), fc.nat(2)).map(([json, at, char, how]) => {
    const index = at % (json.length + 1);
    if (how === 0) return json.slice(0, index);
    return json.slice(0, index) + char + json.slice(how === 1 ? index : index + 1);
  });
