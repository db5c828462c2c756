import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Language, Parser, type Node } from 'web-tree-sitter';
import type { HandedPlan } from '../../src/handover/handed-plan.ts';
import { powerShellScript } from '../../src/handover/power-shell-script.ts';
import { hostileTexts } from './hostile-texts.ts';
import { planByHand, planKeeping, planNamed } from './plan-by-hand.ts';

await Parser.init();
const grammar = createRequire(import.meta.url).resolve(
  'tree-sitter-powershell/tree-sitter-powershell.wasm',
);
const parser = new Parser().setLanguage(await Language.load(grammar));

function parse(code: string): Node {
  const tree = parser.parse(code);
  if (tree === null) throw new Error('the grammar is not set');
  return tree.rootNode;
}

/** Everything that the script does, whatever its literals say. */
const shapeOf = (plan: HandedPlan): string => parse(powerShellScript(plan)).toString();

it('a script that is no PowerShell is told', () => {
  expect(parse("$a = @{ b = 'c' }").hasError).toBe(false);
  expect(parse("$a = @{ b = 'c }").hasError).toBe(true);
});

it('the script of a plan is PowerShell', () => {
  for (const plan of [planByHand, planKeeping]) {
    expect(parse(powerShellScript(plan)).hasError).toBe(false);
  }
});

it('what people and customers are called changes nothing of what the script does', () => {
  const usual = shapeOf(planNamed('x'));
  expect(usual).not.toContain('ERROR');
  fc.assert(
    fc.property(hostileTexts, (text) => {
      expect(shapeOf(planNamed(text))).toBe(usual);
    }),
    { numRuns: 50 },
  );
});
