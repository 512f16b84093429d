/**
 * An element with its attributes and content; whatever content is false or missing is left out.
 * Text goes in as text, never as HTML.
 */
export function el(name, attributes = {}, ...content) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== false) element.setAttribute(key, value);
  }
  element.append(...content.flat().filter((part) => part !== undefined && part !== null && part !== false && part !== ""));
  return element;
}

/** A table with a caption for those who do not see it, in a box that scrolls by itself. */
export function table(caption, heads, rows) {
  const head = el("tr", {}, heads.map((text) => el("th", { scope: "col" }, text)));
  const body = rows.map(([first, ...cells]) =>
    el("tr", {}, el("th", { scope: "row" }, first), cells.map((cell) => el("td", {}, cell))),
  );
  const whole = el("table", {}, el("caption", {}, caption), el("thead", {}, head), el("tbody", {}, ...body));
  return el("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": caption }, whole);
}

/** A word in a coloured frame; the colour never says more than the word. */
export function badge(kind, text) {
  return el("span", { class: `badge ${kind}` }, text);
}
