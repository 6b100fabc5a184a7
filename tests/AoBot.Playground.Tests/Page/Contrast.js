// Words whose contrast with what lies behind them is too low (WCAG 2.2 AA): 4.5, or 3 for large ones.
() => {
  const parse = (color) => { const parts = color.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0, 0]; return { r: parts[0], g: parts[1], b: parts[2], a: parts[3] ?? 1 }; };
  const over = (top, under) => ({ r: top.r * top.a + under.r * (1 - top.a), g: top.g * top.a + under.g * (1 - top.a), b: top.b * top.a + under.b * (1 - top.a), a: 1 });
  const light = ({ r, g, b }) => [r, g, b].map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)).reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
  const behind = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) layers.push(parse(getComputedStyle(at).backgroundColor));
    return layers.reverse().reduce((under, top) => over(top, under), { r: 255, g: 255, b: 255, a: 1 });
  };
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const element = node.parentElement;
    if (!node.textContent.trim() || !element.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true }) || element.closest("noscript, :disabled, .sr, .skip, [aria-hidden=true].emoji")) continue;
    const style = getComputedStyle(element);
    const ground = behind(element);
    const [one, other] = [light(over(parse(style.color), ground)), light(ground)].sort((a, b) => b - a);
    const size = parseFloat(style.fontSize);
    const needed = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
    const ratio = (one + 0.05) / (other + 0.05);
    if (ratio < needed) found.push(`${ratio.toFixed(2)} for "${node.textContent.trim().slice(0, 40)}" (${element.className})`);
  }
  return [...new Set(found)];
}
