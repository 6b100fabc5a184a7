// What Slack's pages have and @slack/types 3.2.0 has not, checked by a schema of ours.
// https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block

/** A copy of the payload without the blocks and fields the types lack; each of them is checked on the way. */
export function takeOutWhatTypesLack(value, fail) {
  if (Array.isArray(value)) {
    return value.filter(item => !isLacking(item, fail)).map(item => takeOutWhatTypesLack(item, fail));
  }

  if (typeof value !== 'object' || value === null) {
    return value;
  }

  const { level, ...rest } = value;
  if (value.type === 'header' && level !== undefined) {
    if (!Number.isInteger(level) || level < 1 || level > 4) {
      fail(`header.level is ${level}, not 1 to 4`);
    }

    return takeOutWhatTypesLack(rest, fail);
  }

  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, takeOutWhatTypesLack(item, fail)]));
}

function isLacking(item, fail) {
  const schema = { data_visualization: chartBlock, call: callBlock }[item?.type];
  schema?.(item, `${item.type}`, fail);
  return schema !== undefined;
}

const text = (least, most) => (value, at, fail) => {
  if (typeof value !== 'string' || value.length < least || value.length > most) {
    fail(`${at} is no text of ${least} to ${most} characters`);
  }
};
const number = positive => (value, at, fail) => {
  if (typeof value !== 'number' || !Number.isFinite(value) || (positive && value <= 0)) {
    fail(`${at} is no ${positive ? 'positive ' : ''}number`);
  }
};
const is = expected => (value, at, fail) => {
  if (value !== expected) {
    fail(`${at} is not "${expected}"`);
  }
};
const list = (least, most, item) => (value, at, fail) => {
  if (!Array.isArray(value) || value.length < least || value.length > most) {
    fail(`${at} is no list of ${least} to ${most}`);
    return;
  }

  value.forEach((one, i) => item(one, `${at}[${i}]`, fail));
};
const object = (required, optional = {}) => (value, at, fail) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    fail(`${at} is no object`);
    return;
  }

  for (const name of Object.keys(required).filter(name => !Object.hasOwn(value, name))) {
    fail(`${at}.${name} is missing`);
  }

  for (const [name, item] of Object.entries(value)) {
    const schema = { ...required, ...optional }[name];
    schema ? schema(item, `${at}.${name}`, fail) : fail(`${at}.${name} is not known`);
  }
};

const label = text(1, 20);
const series = list(1, 6, object({ name: label, data: list(1, 20, object({ label, value: number(false) })) }));
const axis = object({ categories: list(1, 20, label) }, { x_label: text(0, 50), y_label: text(0, 50) });
const withAxes = type => object({ type: is(type), series, axis_config: axis });
const charts = {
  pie: object({ type: is('pie'), segments: list(1, 6, object({ label, value: number(true) })) }),
  bar: withAxes('bar'),
  area: withAxes('area'),
  line: withAxes('line'),
};

function chart(value, at, fail) {
  const schema = charts[value?.type];
  if (!schema) {
    fail(`${at}.type is "${value?.type}"`);
    return;
  }

  schema(value, at, fail);
  const names = (value.series ?? []).map(one => one.name);
  if (new Set(names).size !== names.length) {
    fail(`${at}.series have equal names`);
  }

  for (const one of value.series ?? []) {
    const labels = (one.data ?? []).map(point => point.label).sort().join('\n');
    if (labels !== [...(value.axis_config?.categories ?? [])].sort().join('\n')) {
      fail(`${at}.series "${one.name}" has not one value for each category`);
    }
  }
}

const id = { block_id: text(1, 255) };
const chartBlock = object({ type: is('data_visualization'), title: text(1, 50), chart }, id);
const callBlock = object({ type: is('call'), call_id: text(1, 255) }, id);
