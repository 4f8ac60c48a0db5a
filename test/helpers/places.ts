/** Whether the positions of a tree agree with the text they speak of. */
import type {Nodes} from 'mdast';
import type {Point, Position} from 'unist';

/** Sentences about nodes whose position is missing, wrong in itself, outside the parent's, or out of order. */
export function placeErrors(tree: Nodes, text: string): string[] {
  const starts = lineStarts(text);
  const errors: string[] = [];
  const visit = (node: Nodes, parent: Position | undefined): void => {
    const {position} = node;
    if (!position) {
      errors.push(`${node.type} has no position`);
      return;
    }
    const {start, end} = position;
    for (const point of [start, end])
      if (!agrees(point, starts, text.length)) errors.push(`${node.type} at ${shown(point)}`);
    if (offset(start) > offset(end)) errors.push(`${node.type} ends before it starts, at ${shown(start)}`);
    if (parent && (offset(start) < offset(parent.start) || offset(end) > offset(parent.end))) {
      errors.push(`${node.type} at ${shown(start)} to ${shown(end)} is not inside its parent`);
    }
    if (!('children' in node)) return;
    let before = 0;
    for (const child of node.children) {
      if (child.position && offset(child.position.start) < before)
        errors.push(`${child.type} is out of order in ${node.type}`);
      before = child.position ? offset(child.position.start) : before;
      visit(child, position);
    }
  };
  visit(tree, undefined);
  return errors;
}

/** Whether a line and column, both from 1, stand inside a text. */
export function isInside(place: {readonly line: number; readonly column: number}, text: string): boolean {
  const starts = lineStarts(text);
  const start = starts[place.line - 1];
  const next = starts[place.line] ?? text.length + 1;
  return start !== undefined && place.column >= 1 && start + place.column - 1 < next;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function agrees(point: Point, starts: readonly number[], length: number): boolean {
  const start = starts[point.line - 1];
  return start !== undefined && start + point.column - 1 === point.offset && point.offset <= length;
}

function offset(point: Point): number {
  return point.offset ?? -1;
}

function shown(point: Point): string {
  return `${point.line}:${point.column} (${point.offset ?? 'no offset'})`;
}
