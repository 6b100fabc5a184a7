// What all of the page's script uses: finding elements, talking to the server, words that pass.
export const page = document.body.dataset;
export const me = page.as;
export const $ = (selector, within = document) => within.querySelector(selector);
export const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];

export async function post(path, body) {
  const response = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  const text = await response.text();
  const json = text ? JSON.parse(text) : {};
  if (!response.ok) throw new Error(json.error ?? `The Playground answered ${response.status}.`);
  return json;
}

export async function tell(path, body) {
  try {
    const done = await post(path, body);
    if (done.answer?.problem) say(problemWords(done.answer.problem));
    return done;
  } catch (problem) {
    say(problem.message);
    return null;
  }
}

const problemWords = (code) => ({
  http_timeout: "AoBot did not answer within three seconds.",
  connection_failed: "AoBot could not be reached.",
  http_error: "AoBot answered with an error. See \"Behind the scenes\".",
}[code] ?? `Slack would say: ${code}.`);

let toastTimer;
export function say(words) {
  const toast = $("#toast");
  toast.textContent = words;
  toast.classList.add("shown");
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => toast.classList.remove("shown"), 6000);
}

export const remember = (name, value) => { document.cookie = `${name}=${value}; path=/; max-age=31536000; SameSite=Strict`; };

// A list opens upwards or to the right where it would be cut off otherwise: messages begin at the bottom, and rows at the left.
export function fit(holder, list) {
  holder.classList.remove("up", "start");
  const room = (holder.closest(".scroller, .modal-body") ?? document.body).getBoundingClientRect();
  const [box, from] = [list.getBoundingClientRect(), holder.getBoundingClientRect()];
  holder.classList.toggle("up", box.bottom > room.bottom && from.top - room.top > box.height);
  holder.classList.toggle("start", box.left < room.left);
}

// Where an element stands, as the server is told.
export function placeOf(element) {
  const view = element.closest("[data-view]");
  if (view) return { view_id: view.dataset.view };
  const message = element.closest("[data-ts]");
  return { channel: message.dataset.channel, message_ts: message.dataset.ts };
}
