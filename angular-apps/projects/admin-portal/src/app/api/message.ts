import { LiveMessage } from 'shared';
import { Acknowledgement, CameraAlert, CameraNotice, Detection } from './wire';

/** A message of the live connection that the portal acts on. */
export type AdminMessage =
  | { readonly type: 'detection'; readonly data: Detection }
  | { readonly type: 'alert'; readonly data: CameraAlert }
  | { readonly type: 'alert_acknowledged'; readonly data: CameraAlert }
  | { readonly type: 'camera'; readonly data: CameraNotice }
  | { readonly type: 'ack'; readonly data: Acknowledgement };

const TYPES: readonly string[] = ['detection', 'alert', 'alert_acknowledged', 'camera', 'ack'];

/** Whether the portal knows what to do with a message; others belong to newer servers or to cameras. */
export function isAdminMessage(message: LiveMessage): message is AdminMessage {
  const { type, data } = message;
  return (
    TYPES.includes(type) &&
    typeof data === 'object' &&
    data !== null &&
    'camera_id' in data &&
    typeof data.camera_id === 'string'
  );
}
