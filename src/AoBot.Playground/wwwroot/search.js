// Menus whose options the bot finds as one types.
import { $, $$, fit, me, placeOf, tell } from "./talk.js";

export const valueOfSearch = (menu) => ("many" in menu.dataset ? $$(".chosen li", menu).map((item) => item.dataset.value) : menu.dataset.value || null);

let newest = 0;
export async function search(field) {
  const menu = field.closest(".search");
  if (!("many" in menu.dataset)) menu.dataset.value = "";
  if (field.value.length < Number(menu.dataset.external)) return close(menu);
  const mine = ++newest;
  const found = await tell("/playground/options", { user: me, ...placeOf(menu), block_id: menu.dataset.block, action_id: menu.dataset.action, value: field.value });
  if (mine !== newest || !field.isConnected) return;
  const list = $(".found", menu);
  list.replaceChildren(...(found?.options ?? []).map((option, place) => item(`${list.id}-${place}`, option.text.text, option.value)));
  if (list.children.length === 0) list.append(nothing());
  list.hidden = false;
  fit(menu, list);
  field.setAttribute("aria-expanded", "true");
}

function item(id, words, value) {
  const option = document.createElement("li");
  Object.assign(option, { id, textContent: words, role: "option", ariaSelected: "false" });
  option.dataset.value = value;
  return option;
}

function nothing() {
  const words = document.createElement("li");
  Object.assign(words, { textContent: "No results", role: "option", ariaDisabled: "true", className: "hint" });
  return words;
}

export function close(menu) {
  $(".found", menu).hidden = true;
  const field = $("input", menu);
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
}

/** Takes an option that was found; what the menu then stands at. */
export function choose(option) {
  const menu = option.closest(".search");
  const field = $("input", menu);
  if ("many" in menu.dataset) {
    if (!valueOfSearch(menu).includes(option.dataset.value)) $(".chosen", menu).append(chip(option.textContent, option.dataset.value));
    field.value = "";
  } else {
    menu.dataset.value = option.dataset.value;
    field.value = option.textContent;
  }
  close(menu);
  field.focus();
  return menu;
}

function chip(words, value) {
  const chosen = document.createElement("li");
  const [name, remove] = [document.createElement("span"), document.createElement("button")];
  name.textContent = words;
  Object.assign(remove, { type: "button", textContent: "✕", ariaLabel: `Remove ${words}` });
  remove.dataset.unchoose = "";
  chosen.dataset.value = value;
  chosen.append(name, remove);
  return chosen;
}

/** What the menu stands at after a key; none where nothing was chosen. */
export function searchKeys(event) {
  const menu = event.target.closest(".search");
  const list = $(".found", menu);
  const items = $$("[data-value]", list);
  if (list.hidden || items.length === 0) return null;
  const now = items.findIndex((one) => one.ariaSelected === "true");
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    const next = items[(now + (event.key === "ArrowDown" ? 1 : -1) + items.length + (now < 0 && event.key === "ArrowUp" ? 1 : 0)) % items.length];
    items.forEach((one) => { one.ariaSelected = String(one === next); });
    event.target.setAttribute("aria-activedescendant", next.id);
    next.scrollIntoView({ block: "nearest" });
  } else if (event.key === "Enter") {
    event.preventDefault();
    return choose(items[Math.max(now, 0)]);
  } else if (event.key === "Escape") {
    event.preventDefault();
    event.stopPropagation();
    close(menu);
  }
  return null;
}
