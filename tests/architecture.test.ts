// The house rules as code: which folder may import which (the table of ARCHITECTURE.md), what a
// file may be called, and where each library may be used.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const SRC = resolve(ROOT, 'src');
const MAX_LINES = 300;

const NOUNS = ['customers', 'licenses', 'users'];

/** What the worker understands and says, as types. */
const WORKER_TYPES = ['worker/api.ts', 'worker/*-types.ts'];

interface Allowed {
  /** Folders (`plan`) or files (`worker/api.ts`, `worker/*-types.ts`) open to every import. */
  readonly value: readonly string[];
  /** The same, for `import type` only. */
  readonly type?: readonly string[];
  /** Single files that may be imported as an address for `new Worker` only. */
  readonly workerUrl?: readonly string[];
}

/** Every folder under src and the service worker, and what each may import beside its own files. */
const TABLE: Readonly<Record<string, Allowed>> = {
  base: { value: [] },
  messages: { value: ['base'], type: [...NOUNS, 'rules', 'plan'] },
  customers: { value: ['base'] },
  licenses: { value: ['base', 'customers'] },
  users: { value: ['base', 'customers', 'licenses'] },
  rules: { value: ['base', ...NOUNS] },
  plan: { value: ['base', ...NOUNS, 'rules'] },
  graph: { value: ['base', ...NOUNS, 'rules'] },
  csv: { value: ['base', ...NOUNS, 'rules', 'plan', 'graph', 'messages'] },
  handover: { value: ['base', ...NOUNS, 'plan'] },
  sync: { value: ['base', ...NOUNS, 'rules', 'plan', 'graph'] },
  sandbox: { value: ['base', ...NOUNS, 'graph', 'rules'] },
  store: {
    value: ['base', ...NOUNS, 'messages', 'rules', 'plan', 'graph', 'csv', 'sync', 'handover'],
  },
  worker: {
    value: [
      ...['base', ...NOUNS, 'messages', 'rules', 'plan', 'graph', 'csv', 'sync'],
      ...['handover', 'sandbox', 'store'],
    ],
  },
  client: { value: ['base'], type: WORKER_TYPES, workerUrl: ['worker/worker.ts'] },
  signin: { value: ['base', 'customers'], type: ['worker/sign-in/sign-in-types.ts'] },
  'service-worker.ts': { value: ['base'] },
  ui: { value: ['base'] },
  routes: {
    value: [
      ...['base', ...NOUNS, 'plan', 'messages', 'ui', 'client', 'signin'],
      'worker/device/settings-types.ts',
    ],
    type: ['rules', 'csv', 'sync', 'graph', ...WORKER_TYPES],
  },
};

/** Libraries that only some places may import: folders, or files directly under src. */
const LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  '@azure/msal-browser': ['signin'],
  comlink: ['client', 'worker'],
  dexie: ['store'],
  fflate: ['csv'],
  papaparse: ['csv'],
  valibot: ['graph', 'handover', 'store', 'csv', 'sync', 'sandbox'],
  'workbox-precaching': ['service-worker.ts'],
  'workbox-routing': ['service-worker.ts'],
};

/** The few under routes/ that hear the client themselves: everybody else has a `Reading`. */
const LISTENERS = [
  'routes/session.svelte.ts',
  'routes/reading.svelte.ts',
  // asks the browser, not the worker
  'routes/shell/RoomNotice.svelte',
  // editors and jobs: what they hold must not be read over
  'routes/customers/[id]/licenses/manage.svelte.ts',
  'routes/customers/[id]/users/user-list.svelte.ts',
  'routes/import/import-run.svelte.ts',
  'routes/import/list-run.svelte.ts',
];

/** Folders under routes/ that are no screens: what several screens draw with. */
const SHARED_BY_SCREENS = [
  'routes/confirming',
  'routes/guide',
  'routes/exports',
  'routes/jobs',
  'routes/products',
  'routes/restoring',
  'routes/sign-in',
  'routes/tables',
  'routes/customers/[id]/licenses',
  'routes/customers/[id]/people',
  'routes/customers/[id]/undo',
];

/** Files directly under src; they import libraries and `base`, and `app.css` stands in the root layout. */
const TOP_FILES = ['app.css', 'app.d.ts', 'app.html', 'service-worker.ts'];

interface Import {
  readonly specifier: string;
  readonly isType: boolean;
  /** Written `import()`: fetched when it is reached. */
  readonly isLater: boolean;
}

interface SourceFile {
  /** Relative to src, with forward slashes: `plan/change.ts`. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
  readonly hasDefaultExport: boolean;
  readonly spreadLiterals: readonly string[];
}

function scriptOf(path: string, text: string): string {
  if (!path.endsWith('.svelte')) return text;
  return [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map((m) => m[1]).join('\n');
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  if (clause.name !== undefined || named === undefined || !ts.isNamedImports(named)) return false;
  return named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly);
}

function isTypeOnlyExport(node: ts.ExportDeclaration): boolean {
  if (node.isTypeOnly) return true;
  const clause = node.exportClause;
  if (clause === undefined || !ts.isNamedExports(clause)) return false;
  return clause.elements.length > 0 && clause.elements.every((element) => element.isTypeOnly);
}

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true;
  if (ts.isExportSpecifier(node)) return node.name.text === 'default';
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some((m) => m.kind === ts.SyntaxKind.DefaultKeyword)
  );
}

/** `...[a, b]` or `...{ a }`: the elements could stand there themselves. */
function isSpreadLiteral(node: ts.Node): boolean {
  if (!ts.isSpreadElement(node) && !ts.isSpreadAssignment(node)) return false;
  const spread = ts.isAsExpression(node.expression) ? node.expression.expression : node.expression;
  return ts.isArrayLiteralExpression(spread) || ts.isObjectLiteralExpression(spread);
}

/** Every import, re-export, `import()` and `import('…')` type of a file. */
function parse(path: string, text: string): SourceFile {
  const source = ts.createSourceFile(path, scriptOf(path, text), ts.ScriptTarget.ESNext, true);
  const imports: Import[] = [];
  let hasDefaultExport = false;
  const spreadLiterals: string[] = [];
  const add = (node: ts.Node | undefined, isType: boolean, isLater = false): void => {
    if (node && ts.isStringLiteralLike(node)) {
      imports.push({ specifier: node.text, isType, isLater });
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, isTypeOnlyExport(node));
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false, true);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true);
    hasDefaultExport ||= isDefaultExport(node);
    if (isSpreadLiteral(node)) spreadLiterals.push(`${path}: ${node.getText()}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { path, text, imports, hasDefaultExport, spreadLiterals };
}

function sourcePaths(): string[] {
  return readdirSync(SRC, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(entry.parentPath.slice(SRC.length + 1), entry.name))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

const paths = sourcePaths();
const files = paths
  .filter((path) => /\.(ts|js|svelte)$/.test(path))
  .map((path) => parse(path, readFileSync(resolve(SRC, path), 'utf8')));
const folders = [...new Set(paths.filter((p) => p.includes('/')).map(folderOf))];

/** `plan` for `plan/change.ts`; a file directly under src is its own place. */
function folderOf(path: string): string {
  return path.split('/', 1)[0] ?? path;
}

/** The file under src that an import names, or undefined for a library. */
function targetOf(from: string, specifier: string): string | undefined {
  const path = specifier.replace(/\?.*$/, '');
  if (path.startsWith('#')) return path.slice(1);
  if (path.startsWith('.')) return posix.join(posix.dirname(from), path);
  return undefined;
}

function libraryOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

function matches(target: string, entries: readonly string[] = []): boolean {
  return entries.some((entry) => {
    const [start = '', end] = entry.split('*');
    if (end !== undefined) return target.startsWith(start) && target.endsWith(end);
    return target === entry || target.startsWith(`${entry}/`);
  });
}

/** Why an import across folders is not allowed, or undefined if it is. */
function judge(from: string, { specifier, isType }: Import): string | undefined {
  const target = targetOf(from, specifier);
  if (target === undefined) return undefined;
  const allowed = TABLE[folderOf(from)];
  const words = `${from} imports ${isType ? 'type ' : ''}${specifier}`;
  if (folderOf(target) === folderOf(from)) {
    // a subfolder names its folder's other files by #folder/file.ts: it may not climb
    const isNear = target.startsWith(`${posix.dirname(from)}/`);
    return specifier.startsWith('#') && isNear ? `${words}: inside a folder write ./` : undefined;
  }
  if (target === 'app.css' && folderOf(from) === 'routes') return undefined;
  if (allowed === undefined) return `${words}: ${folderOf(from)} is not in the table`;
  if (!specifier.startsWith('#')) return `${words}: across folders write #folder/file.ts`;
  if (matches(target, allowed.value)) return undefined;
  if (isType && matches(target, allowed.type)) return undefined;
  if (specifier.endsWith('?worker&url') && matches(target, allowed.workerUrl)) return undefined;
  return `${words}: ${folderOf(from)} may not`;
}

/** The folder of a screen: the first under routes/, and below a customer the one after that. */
function screenOf(path: string): string {
  const depth = path.startsWith('routes/customers/[id]/') ? 4 : 2;
  return posix.dirname(path).split('/').slice(0, depth).join('/');
}

const isWithin = (folder: string, other: string): boolean => `${folder}/`.startsWith(`${other}/`);

/**
 * Why a screen may not import a file of another, or undefined if it may: what stands above it, or
 * below it, or in a folder that screens share.
 */
function judgeScreens(from: string, { specifier }: Import): string | undefined {
  const target = targetOf(from, specifier);
  if (folderOf(from) !== 'routes' || target === undefined || folderOf(target) !== 'routes') {
    return undefined;
  }
  const [here, there] = [posix.dirname(from), posix.dirname(target)];
  if (screenOf(from) === screenOf(target)) return undefined;
  if (isWithin(here, there) || isWithin(there, here)) return undefined;
  if (SHARED_BY_SCREENS.some((folder) => isWithin(there, folder))) return undefined;
  return `${from} imports ${specifier}: of another screen`;
}

/** These files and all whose code they use; `atOnce`: without what `import()` fetches later. */
function reachedFrom(starts: readonly string[], atOnce = false): string[] {
  const reached = new Set(starts);
  for (const path of reached) {
    for (const one of files.find((file) => file.path === path)?.imports ?? []) {
      if (one.isType || (atOnce && one.isLater)) continue;
      const target = targetOf(path, one.specifier);
      if (target !== undefined) reached.add(target);
    }
  }
  return [...reached];
}

/** The first cycle of value imports found, as a list of files, or undefined. */
function findCycle(sources: readonly SourceFile[]): string[] | undefined {
  const targets = new Map(
    sources.map(({ path, imports }) => [
      path,
      imports
        .filter((one) => !one.isType && !one.specifier.includes('?'))
        .map((one) => targetOf(path, one.specifier)),
    ]),
  );
  const done = new Set<string>();
  const trail: string[] = [];
  const walk = (path: string): string[] | undefined => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return undefined;
    trail.push(path);
    for (const target of targets.get(path) ?? []) {
      const cycle = target === undefined ? undefined : walk(target);
      if (cycle) return cycle;
    }
    trail.pop();
    done.add(path);
    return undefined;
  };
  for (const { path } of sources) {
    const cycle = walk(path);
    if (cycle) return cycle;
  }
  return undefined;
}

describe('the checks themselves', () => {
  const verdict = (from: string, code: string): (string | undefined)[] =>
    parse(from, code).imports.map((one) => judge(from, one));

  it('lets a folder import what the table allows, and refuses the rest', () => {
    expect(verdict('plan/a.ts', `import { x } from '#rules/x.ts';`)).toEqual([undefined]);
    expect(verdict('rules/a.ts', `import { x } from '#plan/x.ts';`)).toEqual([
      'rules/a.ts imports #plan/x.ts: rules may not',
    ]);
    expect(verdict('base/a.ts', `export { x } from '#plan/x.ts';`)[0]).toContain('may not');
    expect(verdict('ui/a.ts', `const x = await import('#plan/x.ts');`)[0]).toContain('may not');
  });

  it('tells type imports from value imports', () => {
    const types = `import type { X } from '#csv/x.ts'; import { type Y } from '#csv/y.ts';`;
    expect(verdict('routes/a.ts', types)).toEqual([undefined, undefined]);
    expect(verdict('routes/a.ts', `import { type X, y } from '#csv/x.ts';`)[0]).toBeDefined();
    expect(verdict('routes/a.ts', `import '#csv/x.ts';`)[0]).toBeDefined();
  });

  it('wants ./ inside a folder, and #folder/ where a subfolder would climb', () => {
    expect(verdict('plan/a.ts', `import './b.ts';`)).toEqual([undefined]);
    expect(verdict('plan/a.ts', `import '#plan/b.ts';`)[0]).toContain('write ./');
    expect(verdict('plan/sub/a.ts', `import '#plan/b.ts';`)).toEqual([undefined]);
  });

  it('reads the script of a component', () => {
    const code = `<script lang="ts">import { x } from '#plan/x.ts';</script>\n<p>import</p>`;
    expect(verdict('ui/A.svelte', code)[0]).toContain('ui may not');
  });

  it('lets only the client have the address of the worker', () => {
    const url = `import url from '#worker/worker.ts?worker&url';`;
    expect(verdict('client/a.ts', url)).toEqual([undefined]);
    expect(verdict('routes/a.ts', url)[0]).toBeDefined();
    expect(verdict('client/a.ts', `import { x } from '#worker/worker.ts';`)[0]).toBeDefined();
  });

  it('keeps screens apart, and lets them share what stands above them or in a shared folder', () => {
    const screens = (from: string, target: string): string | undefined =>
      judgeScreens(from, { specifier: `#routes/${target}`, isType: false, isLater: false });
    const history = 'routes/customers/[id]/history/A.svelte';
    expect(screens(history, 'customers/[id]/awaited/b.ts')).toContain('another screen');
    expect(screens(history, 'rules/b.ts')).toContain('another screen');
    expect(screens('routes/tables/a.ts', 'rules/b.ts')).toContain('another screen');
    expect(screens('routes/customers/find/A.svelte', 'customers/[id]/b.ts')).toBeDefined();
    expect(screens(history, 'customers/[id]/history/b.ts')).toBeUndefined();
    expect(screens(history, 'session.svelte.ts')).toBeUndefined();
    expect(screens(history, 'customers/[id]/people/b.ts')).toBeUndefined();
    expect(screens(history, 'tables/b.ts')).toBeUndefined();
    expect(screens('routes/customers/[id]/+page.svelte', 'customers/[id]/history/A.svelte')).toBe(
      undefined,
    );
  });

  it('finds cycles of value imports only', () => {
    const cycle = [
      parse('plan/a.ts', `import { b } from './b.ts';`),
      parse('plan/b.ts', `import { a } from './a.ts';`),
    ];
    const types = [
      parse('plan/a.ts', `import { b } from './b.ts';`),
      parse('plan/b.ts', `import type { A } from './a.ts';`),
    ];
    expect(findCycle(cycle)).toEqual(['plan/a.ts', 'plan/b.ts', 'plan/a.ts']);
    expect(findCycle(types)).toBeUndefined();
  });
});

describe('folders', () => {
  it('are all in the table', () => {
    expect(folders.filter((folder) => !(folder in TABLE))).toEqual([]);
  });

  it('are all in the folder table of ARCHITECTURE.md', () => {
    const page = resolve(ROOT, 'ARCHITECTURE.md');
    expect(existsSync(page), 'ARCHITECTURE.md is missing').toBe(true);
    const text = readFileSync(page, 'utf8');
    const rows = text.split('\n').filter((line) => line.trimStart().startsWith('|'));
    const isNamed = (folder: string): boolean =>
      rows.some((row) => new RegExp(`^\\s*\\|[^|]*\`(src/)?${folder}/?\``).test(row));
    expect(folders.filter((folder) => !isNamed(folder))).toEqual([]);
  });

  it('hold everything but the few files of the app itself', () => {
    const top = paths.filter((path) => !path.includes('/'));
    expect(top.filter((path) => !TOP_FILES.includes(path))).toEqual([]);
  });
});

describe('imports', () => {
  it('follow the table', () => {
    const faults = files.flatMap((file) => file.imports.map((one) => judge(file.path, one)));
    expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
  });

  it('never climb out of a folder', () => {
    const climbing = files.flatMap((file) =>
      file.imports
        .filter((one) => /(^|\/)\.\.(\/|$)/.test(one.specifier) || /^\$lib\b/.test(one.specifier))
        .map((one) => `${file.path}: ${one.specifier}`),
    );
    expect(climbing).toEqual([]);
  });

  it('name files that exist, with their extension', () => {
    // ./$types is made by SvelteKit
    const missing = files.flatMap((file) =>
      file.imports
        .filter((one) => !one.specifier.endsWith('/$types'))
        .map((one) => ({ one, target: targetOf(file.path, one.specifier) }))
        .filter(({ target }) => target !== undefined && !paths.includes(target))
        .map(({ one }) => `${file.path}: ${one.specifier}`),
    );
    expect(missing).toEqual([]);
  });

  it('have no cycles', () => {
    expect(findCycle(files)).toBeUndefined();
  });

  it("keep the judge of the sandbox's cloud apart from the planner's", () => {
    const reached = reachedFrom(paths.filter((path) => path.startsWith('sandbox/cloud/')));
    expect(reached.filter((path) => ['rules', 'plan'].includes(folderOf(path)))).toEqual([]);
  });

  it("keep Microsoft's product list, the sandbox's samples and workbooks out of the first load", () => {
    const late = ['licenses/catalog.ts', 'sandbox/make-sample.ts', 'csv/xlsx/workbook-as-csv.ts'];
    const pages = paths.filter((path) => path.startsWith('routes/'));
    expect(reachedFrom(['worker/worker.ts'])).toEqual(expect.arrayContaining(late));
    const reached = reachedFrom(['worker/worker.ts', ...pages], true);
    expect(late.filter((path) => reached.includes(path))).toEqual([]);
    const kernel = reachedFrom(['worker/worker.ts'], true);
    const heavy = ['messages', 'rules', 'plan', 'graph', 'csv', 'handover', 'sandbox'];
    expect(kernel.filter((path) => heavy.includes(folderOf(path)))).toEqual([]);
    // texts that come later are not named before they are there
    const first = reachedFrom(['routes/+layout.svelte', 'routes/+page.svelte'], true);
    const named = files
      .filter(({ path }) => first.includes(path))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/\bsession\.m\.(\w+)/g)].map(([, topic]) => `${path}: ${topic}`),
      );
    expect(named).toContain('routes/customers/FirstVisit.svelte: customers');
    const texts = files.find(({ path }) => path === 'messages/en-first.ts')?.text ?? '';
    const early = new Set(texts.match(/\b\w+(?=,$)/gm));
    expect(named.filter((one) => !early.has(one.split(': ')[1] ?? ''))).toEqual([]);
    // what every page draws, without what it opens when asked
    const frame = reachedFrom(['routes/+layout.svelte'], true);
    expect(frame).toContain('routes/shell/Keyboard.svelte');
    expect(frame.filter((path) => path.startsWith('routes/shell/palette/'))).toEqual([]);
  });

  it('never lead from one screen into another', () => {
    const faults = files.flatMap((file) => file.imports.map((one) => judgeScreens(file.path, one)));
    expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
  });

  it('use each library only where it belongs', () => {
    const faults = files.flatMap((file) =>
      file.imports
        .filter(({ specifier }) => targetOf(file.path, specifier) === undefined)
        .filter(({ specifier }) => {
          const places = LIBRARIES[libraryOf(specifier)];
          return places !== undefined && !places.includes(folderOf(file.path));
        })
        .map((one) => `${file.path}: ${one.specifier}`),
    );
    expect(faults).toEqual([]);
  });
});

describe('screens', () => {
  it('read the worker through a Reading, but for those that are named', () => {
    const hearing = files.filter(({ text }) => /\bclient\??\.listen\(/.test(text));
    const screens = hearing.map(({ path }) => path).filter((path) => folderOf(path) === 'routes');
    expect(screens.filter((path) => !LISTENERS.includes(path))).toEqual([]);
  });
});

describe('files', () => {
  it('are named after what is in them', () => {
    const vague = /(^|\/)(index|utils?|helpers?|common|misc)(\.svelte)?\.(ts|js)$/;
    expect(paths.filter((path) => vague.test(path))).toEqual([]);
  });

  it('have kebab-case names, components apart', () => {
    const kebab = /^\+?[a-z0-9]+(-[a-z0-9]+)*(\.svelte|\.d)?\.ts$/;
    const locale = /^messages\/[\w-]+\.ts$/;
    const named = paths.filter((path) => path.endsWith('.ts') && !locale.test(path));
    expect(named.filter((path) => !kebab.test(posix.basename(path)))).toEqual([]);
  });

  it('export by name', () => {
    const faults = files.filter((file) => !file.path.endsWith('.svelte') && file.hasDefaultExport);
    expect(faults.map((file) => file.path)).toEqual([]);
  });

  it('use nothing that Safari 17 lacks and that no check asks for first', () => {
    const newer = /\bURL\.parse\(|\bPromise\.try\(|\bRegExp\.escape\(|\bIterator\.from\(/;
    expect(files.filter(({ text }) => newer.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('leave open what a person opened: an `open` that is only set is set again with every other text', () => {
    const setOnly = /<details\b[^>]*\sopen=/;
    expect(files.filter(({ text }) => setOnly.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('break a line of a tooltip in a string of the script: markup reads \\n as a backslash and an n', () => {
    const written = /=("[^"{]*(\{[^}]*\}[^"{]*)*\\n|'[^'{]*(\{[^}]*\}[^'{]*)*\\n)/;
    const markup = files.filter(({ path }) => path.endsWith('.svelte'));
    const outside = markup.map(({ path, text }) => ({
      path,
      text: text.replace(/<script[\s\S]*?<\/script>/g, ''),
    }));
    expect(outside.filter(({ text }) => written.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('write out what they could spread: a function of many arguments takes one object', () => {
    const example = 'f(...[a, b], ...list, { ...({ c } satisfies C), ...{ d } as D });';
    expect(parse('plan/a.ts', example).spreadLiterals).toHaveLength(2);
    expect(files.flatMap((file) => file.spreadLiterals)).toEqual([]);
  });

  it(`stay under ${MAX_LINES} lines`, () => {
    const long = paths
      .filter((path) => /\.(ts|js|svelte|css|html)$/.test(path))
      .map((path) => ({ path, lines: readFileSync(resolve(SRC, path), 'utf8').split('\n').length }))
      .filter(({ lines }) => lines - 1 > MAX_LINES);
    expect(long).toEqual([]);
  });
});
