// The page is drawn on the server. This script sends what people do, puts in what the server pushes, and minds the keyboard.
import { listen, markRead } from "./changes.js";
import { choose as chooseFound, close as closeSearch, search, searchKeys, valueOfSearch } from "./search.js";
import { $, $$, fit, me, page, placeOf, remember, say, tell } from "./talk.js";
import { drawTable, sortTable, turnPage } from "./tables.js";

// ---- Elements of blocks

function valueOf(field) {
  const kind = field.dataset.keeps;
  if ("external" in field.dataset) return valueOfSearch(field);
  if (kind === "checkboxes" || kind.startsWith("multi_")) return $$("input:checked", field).map((box) => box.value);
  if (kind === "radio_buttons") return $("input:checked", field)?.value ?? null;
  if (kind === "datetimepicker") return field.value ? zonedSeconds(field.value) : null;
  if (kind === "rich_text_input") return field.value ? { rich_text_value: { type: "rich_text", elements: [{ type: "rich_text_section", elements: [{ type: "text", text: field.value }] }] } } : null;
  return field.value || null;
}

// The page shows times in the person's zone, whatever the browser's is.
function zonedSeconds(local) {
  const wanted = Date.parse(local + "Z");
  const shown = (instant) => Date.parse(new Date(instant).toLocaleString("sv-SE", { timeZone: page.ownZone }).replace(" ", "T") + "Z");
  const guess = wanted - (shown(wanted) - wanted);
  return Math.floor((guess - (shown(guess) - wanted)) / 1000);
}

// What was entered and not sent yet goes with whatever is sent.
const stateOf = (dialog) => {
  const values = {};
  for (const field of $$("[data-keeps]", dialog)) (values[field.dataset.block] ??= {})[field.dataset.action] = valueOf(field);
  return values;
};

async function act(element, value) {
  const told = element.dataset;
  element.closest("details.menu")?.removeAttribute("open");
  if (told.confirmText && !await confirmed(told)) return;
  if (told.url) open(told.url, "_blank", "noopener,noreferrer");
  element.setAttribute("aria-busy", "true");
  const state = stateOf(element.closest("[data-view], [data-ts]"));
  await tell("/playground/action", { user: me, ...placeOf(element), block_id: told.block, action_id: told.action, value, state });
  element.removeAttribute("aria-busy");
}

function confirmed(told) {
  const dialog = $("#confirm");
  $("#confirm-title").textContent = told.confirmTitle;
  $("[data-confirm-words]", dialog).textContent = told.confirmText;
  $("[value=yes]", dialog).textContent = told.confirmYes;
  $("[value=no]", dialog).textContent = told.confirmNo;
  dialog.returnValue = "no";
  dialog.showModal();
  return new Promise((resolve) => dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true }));
}

// ---- Modals

function showModal() {
  const dialog = $("#modal");
  if (!dialog || dialog.open) return;
  dialog.showModal();
  const wrong = $("[aria-invalid]", dialog) ?? $(".error", dialog)?.closest(".input")?.querySelector("input, textarea, select");
  (wrong ?? $("input, textarea, select", $(".modal-body", dialog)))?.focus();
  dialog.addEventListener("cancel", (event) => { event.preventDefault(); closeModal(false); });
  $("[data-modal]", dialog).addEventListener("submit", async (event) => {
    event.preventDefault();
    const done = await tell("/playground/submit", { user: me, view_id: dialog.dataset.view, state: stateOf(dialog) });
    if (done && !done.answer) say("Something is still missing.");
  });
}

const closeModal = (all) => tell("/playground/close", { user: me, all });

// ---- Writing

function completions(form) {
  const box = $("textarea", form);
  const list = $(".words", form);
  const typed = box.value.toLowerCase();
  const fits = (item) => !box.value.includes("\n") && typed.length > 0 && item.dataset.fill.toLowerCase().startsWith(typed) && item.dataset.fill.toLowerCase() !== typed;
  let shown = 0;
  for (const item of $$("[role=option]", list)) {
    item.hidden = !fits(item) || ++shown > 12;
    item.setAttribute("aria-selected", "false");
  }
  list.hidden = shown === 0;
  box.removeAttribute("aria-activedescendant");
}

function choose(form, step) {
  const box = $("textarea", form);
  const items = $$("[role=option]:not([hidden])", form);
  const now = items.findIndex((item) => item.getAttribute("aria-selected") === "true");
  const next = items[(now + step + items.length + (now < 0 && step < 0 ? 1 : 0)) % items.length];
  items.forEach((item) => item.setAttribute("aria-selected", item === next ? "true" : "false"));
  box.setAttribute("aria-activedescendant", next.id);
  next.scrollIntoView({ block: "nearest" });
}

function fill(form, words) {
  const box = $("textarea", form);
  box.value = words;
  grow(box);
  completions(form);
  box.focus();
}

const grow = (box) => { box.rows = Math.min(8, box.value.split("\n").length); };

async function send(form) {
  const box = $("textarea", form);
  const text = box.value.trim();
  if (!text) return;
  const { channel, thread } = form.dataset;
  if (thread && text.startsWith("/")) return say("Slash commands do not work in threads. Mention @AoBot instead.");
  fill(form, "");
  const done = text.startsWith("/")
    ? await tell("/playground/command", { user: me, channel, command: text.split(/\s/, 1)[0], text: text.slice(text.split(/\s/, 1)[0].length).trim() })
    : await tell("/playground/say", { user: me, channel, text, ...(thread ? { thread_ts: thread } : {}) });
  if (!done && !box.value) fill(form, text);
}

function composerKeys(event, form) {
  const list = $(".words", form);
  const chosen = $("[aria-selected=true]", list);
  if (!list.hidden && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    choose(form, event.key === "ArrowDown" ? 1 : -1);
  } else if (!list.hidden && event.key === "Tab" && !event.shiftKey) {
    event.preventDefault();
    fill(form, (chosen ?? $("[role=option]:not([hidden])", list)).dataset.fill);
  } else if (!list.hidden && event.key === "Escape") {
    event.stopPropagation();
    list.hidden = true;
  } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    if (chosen && !list.hidden) fill(form, chosen.dataset.fill);
    else send(form);
  }
}

// ---- The clock

let clockBase = 0;
let clockSeen = 0;
function setClock(milliseconds) {
  [clockBase, clockSeen] = [milliseconds, performance.now()];
  tick();
}
function tick() {
  const words = new Date(clockBase + performance.now() - clockSeen).toLocaleString("en-US", { timeZone: page.zone, weekday: "short", month: "short", day: "numeric", year: "numeric", hour: "numeric", minute: "2-digit" });
  $("[data-clock]").textContent = words.replace(/\u202f/g, " ");
}

async function moveClock(body, button) {
  const buttons = $$("#clock button:enabled");
  buttons.forEach((one) => { one.disabled = true; });
  button.setAttribute("aria-busy", "true");
  const done = await tell("/playground/clock", body);
  buttons.forEach((one) => { one.disabled = false; });
  button.removeAttribute("aria-busy");
  if (!done) return;
  const sent = $("#sent");
  const names = JSON.parse(sent.dataset.names);
  sent.replaceChildren(line("p", done.sent.length === 0 ? "Nothing was sent on the way." : `Sent on the way: ${done.sent.length}.`));
  const list = document.createElement("ul");
  for (const message of done.sent) {
    const when = message.at ? new Date(message.at).toLocaleString("en-US", { timeZone: page.zone, month: "short", day: "numeric", hour: "numeric", minute: "2-digit" }) : "Deleted";
    list.append(line("li", `${when}, ${names[message.channel] ?? message.channel}: ${message.text ?? ""}`));
  }
  if (done.sent.length > 0) sent.append(list);
}

function line(kind, words) {
  const item = document.createElement(kind);
  item.textContent = words;
  return item;
}

// ---- Older messages

async function older(button) {
  if (button.disabled) return;
  button.disabled = true;
  const scroller = $("#messages-scroll");
  const list = $(".messages", scroller);
  const before = $("[data-ts]", list)?.dataset.ts ?? "";
  const response = await fetch(`/page/older?${new URLSearchParams({ as: me, at: page.at, before })}`);
  if (!response.ok) return say("Older messages could not be fetched.");
  const first = $(".day", list);
  const parts = document.createRange().createContextualFragment(await response.text());
  const days = new Set($$(".day", parts).map((day) => day.dataset.day));
  if (first && days.has(first.dataset.day)) first.remove();
  list.prepend(parts);
  button.disabled = false;
  if (response.headers.get("X-Older") === "no") button.remove();
}

// ---- What people press

const pressed = {
  "[data-act]": (element) => act(element, element.dataset.value),
  "[data-close]": () => closeModal(false),
  "[data-close-all]": () => closeModal(true),
  "[data-older]": older,
  "[data-try]": (element) => fill($("[data-composer]"), element.dataset.try),
  "[data-fill]": (element) => fill(element.closest("form"), element.dataset.fill),
  "[data-table-sort]": sortTable,
  "[data-table-page]": turnPage,
  ".found [data-value]": (element) => chosen(chooseFound(element)),
  "[data-unchoose]": (element) => {
    const menu = element.closest(".search");
    element.closest("li").remove();
    $("input", menu).focus();
    chosen(menu);
  },
  "[data-shortcut]": async (element) => {
    const message = element.closest("[data-ts]");
    element.closest("details").open = false;
    await tell("/playground/shortcut", { user: me, callback_id: element.dataset.shortcut, ...(message ? placeOf(message) : {}) });
  },
  "[data-dismiss]": () => { remember("welcome", "seen"); $("#welcome").remove(); $("textarea")?.focus(); },
  "[data-scenes]": () => {
    const scenes = $("#scenes");
    scenes.hidden = !scenes.hidden;
    remember("scenes", scenes.hidden ? "closed" : "open");
    $$("[data-scenes][aria-expanded]").forEach((button) => button.setAttribute("aria-expanded", String(!scenes.hidden)));
    if (scenes.hidden) $(".bar [data-scenes]").focus();
  },
  "[data-theme-switch]": (element) => {
    const root = document.documentElement;
    const isDark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = isDark ? "light" : "dark";
    element.textContent = isDark ? "Dark" : "Light";
    remember("theme", root.dataset.theme);
  },
  "[data-drawer]": (element) => {
    const isOpen = $(".frame").classList.toggle("drawer-open");
    element.setAttribute("aria-expanded", String(isOpen));
  },
  "[data-reset]": async (element) => {
    const told = { confirmTitle: "Begin anew?", confirmText: "All messages go, the clock returns to its start, and AoBot gets a new database.", confirmYes: "Reset", confirmNo: "Cancel" };
    if (!await confirmed(told)) return;
    element.setAttribute("aria-busy", "true");
    if (await tell("/playground/reset", {})) location.assign("/");
    element.removeAttribute("aria-busy");
  },
  "[data-clock-advance]": (element) => moveClock({ advance: element.dataset.clockAdvance }, element),
  "[data-repository]": async (element) => {
    element.disabled = true;
    element.setAttribute("aria-busy", "true");
    await tell("/playground/repository", JSON.parse(element.dataset.repository));
    element.removeAttribute("aria-busy");
    element.disabled = false;
  },
  "[data-clock-to]": (element) => moveClock({ to: element.dataset.clockTo }, element),
};

document.addEventListener("click", (event) => {
  for (const open of $$("details.menu[open]")) if (!open.contains(event.target)) open.open = false;
  for (const found of $$(".found:not([hidden])")) if (!found.parentElement.contains(event.target)) closeSearch(found.parentElement);
  for (const [selector, press] of Object.entries(pressed)) {
    const element = event.target.closest?.(selector);
    if (element && !element.disabled) return void press(element);
  }
});

// A choice is told at once where the bot asked for it.
const chosen = (field) => { if ("dispatch" in field.dataset) act(field, valueOf(field)); };

document.addEventListener("change", (event) => {
  const field = event.target.closest("[data-keeps]");
  if (field?.matches("details.multi")) $("summary", field).textContent = `${field.dataset.fold} (${valueOf(field).length} chosen)`;
  if (field && !("external" in field.dataset)) chosen(field);
});

document.addEventListener("input", (event) => {
  if (event.target.matches("[data-composer] textarea")) {
    grow(event.target);
    completions(event.target.form);
  } else if (event.target.matches("[data-table-filter]")) {
    drawTable(event.target.closest(".data-table"));
  } else if (event.target.matches(".search input")) {
    search(event.target);
  }
});

document.addEventListener("submit", (event) => {
  if (event.target.matches("[data-composer]")) {
    event.preventDefault();
    send(event.target);
  } else if (event.target.matches("[data-clock-form]")) {
    event.preventDefault();
    moveClock({ to: new FormData(event.target).get("to") }, $("button", event.target));
  }
});

document.addEventListener("keydown", (event) => {
  const form = event.target.closest?.("[data-composer]");
  if (form && event.target.matches("textarea")) composerKeys(event, form);
  if (event.target.matches?.(".search input")) {
    const menu = searchKeys(event);
    if (menu) chosen(menu);
  }
  if (event.defaultPrevented) return;
  if (event.key === "/" && !event.target.matches?.("input, textarea, select") && !document.querySelector("dialog[open]")) {
    event.preventDefault();
    const box = $("[data-composer] textarea");
    box?.focus();
    if (box && !box.value) fill(box.form, "/");
  } else if (event.key === "Escape" && !document.querySelector("dialog[open]")) {
    const menu = $("details.menu[open]");
    if (menu) {
      menu.open = false;
      $("summary", menu).focus();
    } else if ($(".frame.drawer-open")) {
      $("[data-drawer]").click();
    } else if (page.thread && !event.target.closest?.("#scenes")) {
      $("[data-closes]")?.click();
    } else if (!$("#scenes").hidden) {
      $(".bar [data-scenes]").click();
    }
  }
});

document.addEventListener("toggle", (event) => {
  if (event.target.matches?.("details.menu[open]")) fit(event.target, $(".menu-items", event.target));
}, true);

document.addEventListener("toggle", async (event) => {
  const row = event.target.closest?.("[data-request]");
  if (!row?.open || row.dataset.fetched) return;
  row.dataset.fetched = "yes";
  const response = await fetch(`/page/requests/${row.dataset.request}`);
  $("[data-said-here]", row).innerHTML = response.ok ? await response.text() : "This request is no longer kept.";
}, true);

$("#messages-scroll")?.addEventListener("scroll", (event) => {
  const { scrollHeight, clientHeight, scrollTop } = event.target;
  const button = $("[data-older]");
  if (button && scrollHeight - clientHeight + scrollTop < 400) older(button);
}, { passive: true });

if (!document.documentElement.dataset.theme) $("[data-theme-switch]").textContent = matchMedia("(prefers-color-scheme: dark)").matches ? "Light" : "Dark";
setClock(Number($("[data-clock]").dataset.clock));
setInterval(tick, 15000);
listen({ modals: showModal, clock: setClock });
showModal();
if (page.at === "home") tell("/playground/event", { type: "app_home_opened", user: me, tab: "home" });
else if (!document.hidden) markRead();
if (matchMedia("(pointer: fine)").matches) $$("[data-composer] textarea").at(-1)?.focus({ preventScroll: true });
