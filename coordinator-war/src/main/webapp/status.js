'use strict';

const POLL_MS = 1000;
const number = new Intl.NumberFormat();
const byId = (id) => document.getElementById(id);

const JOB_TONE = { queued: 'waiting', processing: 'waiting', completed: 'ok', failed: 'failed' };
const WORKER_TONE = { active: 'ok', idle: 'ok', offline: 'off' };
const ALERT_TONE = { critical: 'failed', warning: 'waiting', info: 'off' };

function cell(content, className) {
  const td = document.createElement('td');
  td.append(content);
  if (className) td.className = className;
  return td;
}

function rows(id, list, cells, empty) {
  const body = byId(id);
  body.replaceChildren(...list.map((item) => {
    const tr = document.createElement('tr');
    tr.append(...cells(item));
    return tr;
  }));
  if (list.length === 0) {
    const tr = document.createElement('tr');
    const td = cell(empty, 'empty');
    td.colSpan = 9;
    tr.append(td);
    body.append(tr);
  }
}

function progressOf(job) {
  const box = document.createElement('div');
  const word = document.createElement('span');
  word.textContent = job.status;
  word.className = JOB_TONE[job.status];
  box.append(word);
  if (job.status === 'processing') {
    const bar = document.createElement('progress');
    bar.max = 100;
    bar.value = job.progress_pct;
    bar.setAttribute('aria-label', `Progress of ${job.filename}`);
    box.append(bar);
  }
  return box;
}

function showJobs(jobs) {
  rows('job-rows', jobs.slice(0, 20), (job) => [
    cell(job.filename),
    cell(progressOf(job)),
    cell(`${number.format(job.processed_frames)} / ${number.format(job.total_frames)}`, 'n'),
    cell(job.status === 'processing' ? `${job.fps} /s` : '', 'n'),
    cell(number.format(job.detections_found), 'n'),
    cell([job.error, job.failed_frames ? `${job.failed_frames} frames failed` : null].filter(Boolean).join(' ')),
  ], 'No video yet. Upload one.');
}

function showWorkers(workers) {
  rows('worker-rows', workers, (worker) => [
    cell(worker.worker_id),
    cell(worker.status, WORKER_TONE[worker.status]),
    cell(`${worker.host}:${worker.port}`),
    cell(number.format(worker.frames_processed), 'n'),
    cell(worker.avg_processing_ms ? `${worker.avg_processing_ms} ms` : '', 'n'),
    cell([worker.provider, worker.model].filter(Boolean).join(' · ')),
    cell(worker.refusal || ''),
  ], `No worker yet. On another machine: ./edge worker --coordinator ${location.origin}`);
}

function showNumbers(metrics) {
  const values = [
    ['Frames', `${number.format(metrics.frames.total)} (${metrics.frames.fps} /s)`],
    ['Inference', `${metrics.latency_ms.avg_ms} ms, p95 ${metrics.latency_ms.p95_ms} ms`],
    ['Waiting', `${metrics.queue.pending}, in flight ${metrics.queue.inflight}`],
    ['Retries', `${metrics.retry_count}, failed ${metrics.dropped_count}`],
    ['Workers', `${metrics.workers.active} active, ${metrics.workers.idle} idle, ${metrics.workers.offline} offline`],
    ['Up since', new Date(metrics.system_start_time).toLocaleString()],
  ];
  byId('numbers').replaceChildren(...values.flatMap(([name, value]) => {
    const dt = document.createElement('dt');
    const dd = document.createElement('dd');
    dt.textContent = name;
    dd.textContent = value;
    return [dt, dd];
  }));
}

function showClasses(summary) {
  const counts = Object.entries(summary.object_counts).sort((a, b) => b[1] - a[1]);
  rows('class-rows', counts, ([label, count]) => [cell(label), cell(number.format(count), 'n')], 'Nothing yet.');
}

function showAlerts(alerts) {
  byId('alert-rows').replaceChildren(...alerts.slice(0, 30).map((alert) => {
    const li = document.createElement('li');
    const level = document.createElement('span');
    level.className = ALERT_TONE[alert.level];
    level.textContent = alert.level;
    const times = alert.count > 1 ? ` (${alert.count} frames)` : '';
    li.append(level, ` ${new Date(alert.timestamp).toLocaleTimeString()} ${alert.message}${times}`);
    return li;
  }));
  if (alerts.length === 0) byId('alert-rows').textContent = 'None.';
}

async function read(path) {
  const answer = await fetch(path, { headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.json();
}

async function poll() {
  try {
    const [jobs, workers, metrics, summary, alerts] = await Promise.all(
      ['/jobs', '/workers', '/metrics', '/results/summary', '/alerts'].map(read));
    showJobs(jobs);
    showWorkers(workers);
    showNumbers(metrics);
    showClasses(summary);
    showAlerts(alerts);
    byId('state').textContent = '● online';
    byId('state').className = 'ok';
  } catch (failure) {
    byId('state').textContent = '○ the coordinator does not answer; trying again';
    byId('state').className = 'failed';
  }
  setTimeout(poll, POLL_MS);
}

byId('form').addEventListener('submit', async (event) => {
  event.preventDefault();
  const said = byId('said');
  said.className = '';
  said.textContent = 'Uploading…';
  try {
    const answer = await fetch('/upload-video', { method: 'POST', body: new FormData(event.target) });
    const body = await answer.json();
    said.textContent = answer.ok ? body.message : body.detail;
    said.className = answer.ok ? 'ok' : 'failed';
  } catch (failure) {
    said.textContent = 'The upload broke off. Is the coordinator still there?';
    said.className = 'failed';
  }
});

poll();
