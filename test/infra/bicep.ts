import { fileURLToPath } from 'node:url';
import { Language, type Node, Parser } from 'web-tree-sitter';

await Parser.init();
const bicep = await Language.load(fileURLToPath(import.meta.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm')));

/** One Bicep file as a syntax tree. The grammar knows no types and no API versions: those rules are our own tests. */
export interface BicepFile {
  /** Where the text is no Bicep: `line:column what stands there`. */
  readonly mistakes: readonly string[];
  readonly root: Node;
}

export function parseBicep(text: string): BicepFile {
  const parser = new Parser();
  parser.setLanguage(bicep);
  const tree = parser.parse(text);
  if (!tree) throw new Error('The Bicep parser gave no tree');

  const root = tree.rootNode;
  const broken = [...walk(root)].filter((node) => node.isError || node.isMissing);
  return {
    root,
    mistakes: broken.map(
      ({ startPosition: { row, column }, text }) => `${row + 1}:${column + 1} ${text.split('\n')[0]}`,
    ),
  };
}

/** The grammar has no `param x = value`, the form of a parameter file; as a variable the value reads the same. */
export function parseParameters(text: string): BicepFile {
  return parseBicep(text.replaceAll(/^param (?=\w+ = )/gm, 'var '));
}

/** Names declared with `param`, `var`, `output`, `module` or `resource`. */
export function declared(root: Node, kind: 'parameter' | 'variable' | 'output' | 'module' | 'resource'): string[] {
  return nodesOf(root, `${kind}_declaration`).map((node) => node.namedChild(0)?.text ?? '');
}

/** Everything a property of this name is set to, as written, quotes taken away. */
export function settingsOf(root: Node, property: string): string[] {
  return nodesOf(root, 'object_property')
    .filter((node) => node.namedChild(0)?.text === property)
    .map((node) => unquoted(node.namedChild(1)?.text ?? ''));
}

/** The `name` and `value` pairs of App Service's appSettings, values as written in Bicep. */
export function appSettings(root: Node): Map<string, string> {
  const list = nodesOf(root, 'object_property').find((node) => node.namedChild(0)?.text === 'appSettings');
  if (!list) throw new Error('No appSettings in the file');
  return new Map(
    nodesOf(list, 'object').map((entry) => [settingsOf(entry, 'name')[0] ?? '', settingsOf(entry, 'value')[0] ?? '']),
  );
}

export function unquoted(text: string): string {
  return text.replace(/^'(.*)'$/s, '$1');
}

export function nodesOf(root: Node, type: string): Node[] {
  return [...walk(root)].filter((node) => node.type === type);
}

function* walk(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children) if (child) yield* walk(child);
}

/** Names that an expression uses and nobody in the file declares: what a compiler would stop at first. */
export function unknownNames(root: Node): string[] {
  const known = new Set(
    (['parameter', 'variable', 'module', 'resource'] as const).flatMap((kind) => declared(root, kind)),
  );
  return usedNames(root).filter((name) => !known.has(name));
}

/** Every plain name in an expression; not the names of declarations, properties or functions. */
export function usedNames(root: Node): string[] {
  return nodesOf(root, 'identifier')
    .filter(({ id, parent }) => {
      if (parent?.type === 'call_expression') return parent.childForFieldName('function')?.id !== id;
      const names = parent?.type === 'object_property' || parent?.type.endsWith('_declaration');
      return !(names && parent?.namedChild(0)?.id === id);
    })
    .map(({ text }) => text);
}

/** A module as main.bicep uses it: its file, and the names of the parameters it is handed. */
export interface ModuleUse {
  readonly name: string;
  readonly file: string;
  readonly params: readonly string[];
}

export function modulesOf(root: Node): ModuleUse[] {
  return nodesOf(root, 'module_declaration').map((node) => {
    const params = nodesOf(node, 'object_property').find((property) => property.namedChild(0)?.text === 'params');
    const given = params?.namedChild(1)?.namedChildren ?? [];
    return {
      name: node.namedChild(0)?.text ?? '',
      file: unquoted(node.namedChild(1)?.text ?? ''),
      params: given.flatMap((property) => property?.namedChild(0)?.text ?? []),
    };
  });
}
