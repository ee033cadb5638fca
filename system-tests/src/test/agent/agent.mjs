// A worker agent as the wire contract describes it and as they run in the field, for Node 20 and
// later, without any package. Its "inference" is arithmetic on the JPEG's bytes, so that whoever has
// the same bytes can check it. What it does is told on standard output, a JSON object per line.
//
// Settings come by environment: COORDINATOR, PORT, WORKER_ID; for tests FIRST_FRAME_MS (how long
// the model takes to load), UNDELIVERED=n (every n-th result is not posted but answered),
// TWICE=true (every result is posted a second time).

import http from 'node:http';

const coordinator = process.env.COORDINATOR;
const port = Number(process.env.PORT);
const workerId = process.env.WORKER_ID;
const firstFrameMs = Number(process.env.FIRST_FRAME_MS ?? 0);
const undelivered = Number(process.env.UNDELIVERED ?? 0);
const twice = process.env.TWICE === 'true';

const HEARTBEAT_MS = 10_000;
const REGISTER_TRIES = 5;
const REGISTER_PAUSE_MS = 2_000;
const RESULT_LIMIT_MS = 8_000;

const tell = (event, more = {}) => console.log(JSON.stringify({ event, ...more }));
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Calls the coordinator and gives { status, body }. */
function call(method, path, body, limitMs = 10_000) {
  return new Promise((resolve, reject) => {
    const payload = body === undefined ? '' : JSON.stringify(body);
    const request = http.request(
      coordinator + path,
      {
        method,
        headers: { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(payload) },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode, body: text }));
      },
    );
    const timer = setTimeout(() => request.destroy(new Error('timeout')), limitMs);
    request.on('error', reject);
    request.on('close', () => clearTimeout(timer));
    request.end(payload);
  });
}

async function register() {
  for (let attempt = 1; attempt <= REGISTER_TRIES; attempt++) {
    try {
      const answer = await call('POST', '/register-worker', {
        worker_id: workerId,
        hostname: 'agent-host',
        ip_address: '127.0.0.1',
        port,
        capabilities: ['yolov8n'],
      });
      if (answer.status === 201 && JSON.parse(answer.body).success === true) {
        tell('registered', { attempt });
        return;
      }
    } catch (error) {
      tell('register_failed', { attempt, error: String(error) });
    }
    await pause(REGISTER_PAUSE_MS);
  }
  process.exit(1);
}

async function heartbeat() {
  try {
    const answer = await call('POST', `/heartbeat/${encodeURIComponent(workerId)}`);
    tell('heartbeat', { status: answer.status });
    if (answer.status === 404) {
      await register();
    }
  } catch (error) {
    tell('heartbeat_failed', { error: String(error) });
  }
}

/** Width and height from the JPEG's first frame header (ITU-T T.81, B.2.2). */
function sizeOf(jpeg) {
  let at = 2;
  while (at + 9 < jpeg.length) {
    const marker = jpeg[at + 1];
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      return { height: jpeg.readUInt16BE(at + 5), width: jpeg.readUInt16BE(at + 7) };
    }
    at += 2 + jpeg.readUInt16BE(at + 2);
  }
  throw new Error('no JPEG');
}

/** One detection for the whole picture, whose confidence is a checksum; a second for even sums. */
function infer(jpeg) {
  const { width, height } = sizeOf(jpeg);
  const sum = jpeg.reduce((total, byte) => total + byte, 0);
  const box = { x1: 0, y1: 0, x2: width, y2: height };
  const detections = [{ label: 'picture', confidence: (sum % 1000) / 1000, box }];
  if (sum % 2 === 0) {
    detections.push({ label: 'even', confidence: 0.5, box });
  }
  return detections;
}

let loaded = false;
let atOnce = 0;
let frames = 0;
let turn = Promise.resolve();

async function processFrame(task) {
  const started = performance.now();
  if (!loaded) {
    await pause(firstFrameMs);
    loaded = true;
  }
  const result = {
    worker_id: workerId,
    frame_id: task.frame_id,
    detections: infer(Buffer.from(task.jpeg_b64, 'base64')),
    processing_time_ms: performance.now() - started,
  };
  frames++;
  if (undelivered > 0 && frames % undelivered === 0) {
    tell('undelivered', { frame_id: task.frame_id });
    return { status: 'result_delivery_failed', result };
  }
  try {
    const answer = await call('POST', '/results', result, RESULT_LIMIT_MS);
    tell('posted', { frame_id: task.frame_id, status: answer.status });
    if (answer.status !== 201) {
      return { status: 'result_delivery_failed', result };
    }
    if (twice) {
      const changed = { ...result, detections: [] };
      const again = await call('POST', '/results', changed, RESULT_LIMIT_MS);
      tell('posted_again', {
        frame_id: task.frame_id,
        status: again.status,
        same: again.body !== '' && sameData(answer.body, again.body),
      });
    }
    const done = await call('POST', `/queue/acknowledge/${encodeURIComponent(task.task_id)}`);
    tell('acknowledged', { task_id: task.task_id, status: done.status });
    return { status: 'ok', task_id: task.task_id, detections: result.detections.length };
  } catch (error) {
    tell('not_posted', { frame_id: task.frame_id, error: String(error) });
    return { status: 'result_delivery_failed', result };
  }
}

const sameData = (one, other) =>
  JSON.stringify(JSON.parse(one).data) === JSON.stringify(JSON.parse(other).data);

function reply(response, status, body) {
  const text = JSON.stringify(body);
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(text);
}

const server = http.createServer((request, response) => {
  if (request.method === 'GET' && request.url === '/health') {
    reply(response, 200, { status: 'ok', worker_id: workerId });
    return;
  }
  if (request.method !== 'POST' || request.url !== '/process-frame') {
    reply(response, 404, { detail: 'nothing here' });
    return;
  }
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    atOnce++;
    tell('frame', { at_once: atOnce, type: request.headers['content-type'] });
    turn = turn
      .then(() => processFrame(JSON.parse(Buffer.concat(chunks).toString('utf8'))))
      .then((answer) => reply(response, 200, answer))
      .catch((error) => reply(response, 500, { detail: String(error) }))
      .finally(() => atOnce--);
  });
});

async function leave() {
  const answer = await call('DELETE', `/workers/${encodeURIComponent(workerId)}`);
  tell('left', { status: answer.status });
  process.exit(0);
}

server.listen(port, '127.0.0.1', async () => {
  await register();
  setInterval(heartbeat, HEARTBEAT_MS);
});
process.on('SIGTERM', leave);
