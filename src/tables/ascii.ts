/**
 * Azurite reads a body piece by piece, each as a text of its own, and so breaks an ä that lies across two. All that a body has
 * outside of ASCII is inside JSON, where it can be written so that it can't be broken.
 */
export function asAscii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, asEscape);
}

function asEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
