// Puts in what the server pushes, and leaves alone what did not change: what somebody opened, typed or looks at stays.
import { $, $$, me, page, post } from "./talk.js";

// How the server drew each message, to see whether it draws it differently now.
const drawn = new WeakMap();

/** From now on; says when a modal may have come, and when the clock was moved. */
export function listen({ modals, clock }) {
  remember(document);
  const query = new URLSearchParams({ as: me, at: page.at, since: page.version });
  if (page.thread) query.set("thread", page.thread);
  const source = new EventSource(`/page/changes?${query}`);
  source.addEventListener("connected", () => { document.body.dataset.connected = "yes"; });
  source.addEventListener("error", () => { delete document.body.dataset.connected; });
  source.addEventListener("message", (event) => {
    const change = JSON.parse(event.data);
    if (change.now) clock(change.now);
    put(change);
    if (change.target === "#modals") modals();
  });
}

export const markRead = () => post("/page/read", { user: me, channel: page.at }).catch(() => {});

export const remember = (within) => $$(".message", within).forEach((message) => drawn.set(message, message.outerHTML));

function put({ target, how, html }) {
  const place = $(target);
  if (!place) return;
  const parts = document.createRange().createContextualFragment(html);
  const focus = keepFocus();
  remember(parts);
  if (how === "append") {
    const added = [...parts.children];
    if (added.some((item) => item.dataset.ts && document.getElementById(item.id))) return;
    place.append(parts);
    added.filter((item) => item.dataset.said).forEach(announce);
  } else if (how === "prepend") {
    place.prepend(parts);
  } else if (how === "replace") {
    const fresh = $(".message", parts);
    if (fresh && drawn.get(fresh) !== drawn.get(place)) place.replaceWith(fresh);
  } else if (how === "remove") {
    place.remove();
  } else {
    const typed = entered(place);
    const [list, fresh] = [$(".messages", place), $(".messages", parts)];
    if (list && fresh) keep(list, fresh, $("[data-older]", parts));
    place.replaceChildren(parts);
    retype(place, typed);
  }
  focus();
}

// Of a list that comes anew: rows that look the same stay the same, and so do the older ones that were fetched above it.
function keep(list, fresh, hasOlder) {
  const first = document.getElementById($(".message", fresh)?.id);
  const above = hasOlder && first && list.contains(first) ? [...list.children].slice(0, [...list.children].indexOf(first)) : [];
  for (const row of $$(".message", fresh)) {
    const old = document.getElementById(row.id);
    if (old && list.contains(old) && drawn.get(old) === drawn.get(row)) row.replaceWith(old);
  }
  const days = new Set(above.map((row) => row.dataset.day));
  if (above.length > 0 && days.has(fresh.firstElementChild.dataset.day)) fresh.firstElementChild.remove();
  fresh.prepend(...above);
}

function announce(item) {
  $("#announcer").textContent = item.dataset.said;
  if (!document.hidden && item.dataset.channel === page.at) markRead();
}

// Focus returns to the element, or to the one of the same id where its surroundings were drawn anew.
function keepFocus() {
  const active = document.activeElement;
  if (!active || active === document.body) return () => {};
  const { id, selectionStart, selectionEnd } = active;
  return () => {
    if (document.activeElement === active) return;
    const again = active.isConnected ? active : id && document.getElementById(id);
    if (!again) return;
    again.focus({ preventScroll: true });
    if (selectionStart != null && again.setSelectionRange) again.setSelectionRange(selectionStart, selectionEnd);
  };
}

// What was typed or chosen but not sent stays.
const entered = (place) => new Map($$("input[id], textarea[id], select[id]", place).filter(isTouched).map((field) => [field.id, field]));

function isTouched(field) {
  if (field.type === "file") return false;
  const chips = field.closest(".search")?.querySelector(".chosen li");
  return chips || (field.tagName === "SELECT" ? [...field.options].some((option) => option.selected !== option.defaultSelected) : field.value !== field.defaultValue || field.checked !== field.defaultChecked);
}

function retype(place, typed) {
  for (const [id, old] of typed) {
    const field = document.getElementById(id);
    if (!field || field === old || !place.contains(field)) continue;
    const [menu, oldMenu] = [field.closest(".search"), old.closest(".search")];
    if (menu && oldMenu) menu.replaceWith(oldMenu);
    else [field.value, field.checked] = [old.value, old.checked];
  }
}
