const LONGEST_NAME = 64;

/** Why a file need not be sent at all; empty where it may. */
export function refusal(file: { readonly name: string; readonly size: number }): string {
  if (!/\.onnx$/i.test(file.name)) {
    return 'This is no model the coordinator reads. Choose a file that ends in .onnx.';
  }
  return file.size === 0 ? 'The file is empty. Choose another one.' : '';
}

/** A name for a model, of its file's; empty where nothing is left of that. */
export function modelName(file: string): string {
  return file
    .replace(/\.onnx$/i, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
    .slice(0, LONGEST_NAME);
}
