const USUAL = ['mp4', 'mov', 'mkv', 'webm', 'avi', 'flv', 'ts', 'mts', 'mpg', 'wmv', 'ogv'];
const OTHERS =
  'm4v qt 3gp 3g2 m2ts m2t trp mpeg mpe vob mod tod asf ogg ogm mxf h264 264 avc h265 265 hevc m2v mpv dv dif divx f4v mk3d';
const ENDINGS: readonly string[] = [...USUAL, ...OTHERS.split(' ')];

/** What the file chooser offers. */
export const ACCEPTED = ENDINGS.map((ending) => `.${ending}`).join(',');

/** Why a file need not be sent at all; empty where it may. */
export function refusal(file: { readonly name: string; readonly size: number }): string {
  const ending = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? '';
  if (!ENDINGS.includes(ending)) {
    return `This is no video the coordinator reads. Choose one of ${USUAL.join(', ')}.`;
  }
  return file.size === 0 ? 'The file is empty. Choose another one.' : '';
}
