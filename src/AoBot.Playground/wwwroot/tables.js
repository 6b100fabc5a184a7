// Data tables: pages, sorting and the filter.
import { $, $$ } from "./talk.js";

export function drawTable(table) {
  const size = Number(table.dataset.pageSize);
  const words = $("[data-table-filter]", table).value.trim().toLowerCase();
  const rows = $$("tbody tr", table);
  const fitting = rows.filter((row) => row.textContent.toLowerCase().includes(words));
  const pages = Math.max(1, Math.ceil(fitting.length / size));
  const at = Math.min(Number(table.dataset.page ?? 0), pages - 1);
  table.dataset.page = at;
  rows.forEach((row) => { row.hidden = true; });
  fitting.slice(at * size, (at + 1) * size).forEach((row) => { row.hidden = false; });
  const where = $("[data-table-where]", table);
  if (!where) return;
  where.textContent = fitting.length === 0 ? "No rows" : `${at * size + 1}–${Math.min(fitting.length, (at + 1) * size)} of ${fitting.length}`;
  $("[data-table-page='-1']", table).disabled = at === 0;
  $("[data-table-page='1']", table).disabled = at >= pages - 1;
}

export function sortTable(button) {
  const head = button.closest("th");
  const table = button.closest(".data-table");
  const column = [...head.parentElement.children].indexOf(head);
  const up = head.getAttribute("aria-sort") !== "ascending";
  $$("th[aria-sort]", table).forEach((other) => other.setAttribute("aria-sort", "none"));
  head.setAttribute("aria-sort", up ? "ascending" : "descending");
  const body = $("tbody", table);
  const key = (row) => row.children[column].dataset.sort ?? row.children[column].textContent.trim();
  const compare = (a, b) => (Number.isFinite(Number(a)) && Number.isFinite(Number(b)) ? Number(a) - Number(b) : a.localeCompare(b));
  body.append(...$$("tr", body).sort((a, b) => compare(key(a), key(b)) * (up ? 1 : -1)));
  table.dataset.page = 0;
  drawTable(table);
}

export function turnPage(button) {
  const table = button.closest(".data-table");
  table.dataset.page = Number(table.dataset.page ?? 0) + Number(button.dataset.tablePage);
  drawTable(table);
}
