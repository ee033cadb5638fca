const ENDINGS = ['mp4', 'mov', 'mkv', 'webm', 'avi', 'flv'] as const;

/** What the file chooser offers. */
export const ACCEPTED = ENDINGS.map((ending) => `.${ending}`).join(',');

/** Why a file need not be sent at all; empty where it may. */
export function refusal(file: { readonly name: string; readonly size: number }): string {
  const ending = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? '';
  if (!ENDINGS.some((known) => known === ending)) {
    return `This is no video the coordinator reads. Choose one of ${ENDINGS.join(', ')}.`;
  }
  return file.size === 0 ? 'The file is empty. Choose another one.' : '';
}
