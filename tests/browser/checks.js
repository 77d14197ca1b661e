// What a reader would stumble over. Each check gives a list of faults, empty on a good page.

const checks = {
  /** The page scrolls sideways, or text stands where no scrolling leads. */
  overflow() {
    const root = document.documentElement;
    const excess = root.scrollWidth - root.clientWidth;
    const page = excess > 0 ? [`the page is ${excess} px wider than the window`] : [];
    const lost = every("*").filter((element) => isSeen(element) && isLost(element));
    return page.concat(lost.map((element) => `beyond the edge: ${describe(element)}`));
  },

  /** A heading skips a level, or there is not one title. */
  headings() {
    const levels = every("h1, h2, h3, h4, h5, h6")
      .filter(isSeen)
      .map((heading) => Number(heading.tagName[1]));
    const titles = levels.filter((level) => level === 1).length;
    const skips = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
    return [
      ...(titles === 1 ? [] : [`${titles} titles`]),
      ...skips.map((level) => `a level is skipped before h${level}`),
    ];
  },

  /** A table has no header cells. */
  tables() {
    return every("table:not(.highlighttable)")
      .filter((table) => !table.querySelector("th"))
      .map((table) => `no header cell: ${describe(table)}`);
  },

  /** A cell of a table has no room for what it says. */
  room() {
    return every("td")
      .filter((cell) => isSeen(cell) && cell.innerText.length > 60 && cell.clientWidth < 120)
      .map((cell) => `${cell.clientWidth} px: ${describe(cell)}`);
  },

  /** Text of ours is too faint (WCAG 1.4.3); the colours of code and links are the theme's. */
  contrast() {
    return every("[class*=repodoc-], [class*=repodoc-] *")
      .filter((element) => isSeen(element) && hasText(element) && isOurColour(element))
      .map((element) => [contrastOf(element), element])
      .filter(([contrast]) => contrast < 4.5)
      .map(([contrast, element]) => `${contrast.toFixed(1)}: ${describe(element)}`);
  },

  /** A link or a picture has no name that could be read out. */
  names() {
    const links = every("a[href]:not([aria-hidden=true])").filter((link) => !nameOf(link));
    const pictures = every("img").filter((picture) => !picture.hasAttribute("alt"));
    return [...links, ...pictures].map((element) => `no name: ${describe(element)}`);
  },

  /** A line number cannot be reached by keyboard, or is copied with the code. */
  numbers() {
    return every(".linenos, .repodoc-number")
      .filter((number) => {
        const isReached = number.matches("a[href]") && number.tabIndex >= 0;
        return !isReached && getComputedStyle(number).userSelect !== "none";
      })
      .map((number) => `neither link nor hidden from copying: ${describe(number)}`);
  },
};

/** What the selector matches in the content; what stands around that is the theme's. */
function every(selector) {
  const content = document.querySelector(":is([role=main], main, article) section");
  return [...content.querySelectorAll(selector)];
}

function describe(element) {
  const text = element.textContent.trim().replace(/\s+/g, " ").slice(0, 40);
  return `<${element.tagName.toLowerCase()} class="${element.className}"> ${text}`;
}

function isSeen(element) {
  return element.checkVisibility() && element.getClientRects().length > 0;
}

function isLost(element) {
  if (element.getBoundingClientRect().right <= document.documentElement.clientWidth + 1) return false;
  for (let box = element; box; box = box.parentElement) {
    if (["auto", "scroll"].includes(getComputedStyle(box).overflowX)) return false;
  }
  return true;
}

function hasText(element) {
  return [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
}

function isOurColour(element) {
  const isCode = element.closest(".highlight") && !element.matches("[class*=repodoc-]");
  return !isCode && (!element.closest("a, code") || element.matches(".repodoc-number"));
}

function nameOf(link) {
  const picture = link.querySelector("img[alt]");
  const drawn = getComputedStyle(link, "::before").content;
  return (
    link.textContent.trim() || link.ariaLabel || link.title || picture?.alt ||
    (drawn !== "none" && drawn !== "normal" ? drawn : "")
  );
}

function contrastOf(element) {
  const style = getComputedStyle(element);
  const background = backgroundOf(element);
  const [lighter, darker] = [blend(parse(style.color), background), background]
    .map(luminance)
    .sort((one, other) => other - one);
  return (lighter + 0.05) / (darker + 0.05);
}

function backgroundOf(element) {
  if (!element) return [255, 255, 255, 1];
  const colour = parse(getComputedStyle(element).backgroundColor);
  return colour[3] === 1 ? colour : blend(colour, backgroundOf(element.parentElement));
}

/** Red, green, blue (0 to 255) and opacity of any CSS colour, as the browser paints it. */
function parse(colour) {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d");
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue, opacity] = canvas.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, opacity / 255];
}

function blend([red, green, blue, opacity], under) {
  const mix = (colour, index) => colour * opacity + under[index] * (1 - opacity);
  return [...[red, green, blue].map(mix), 1];
}

function luminance([...colour]) {
  const [red, green, blue] = colour.slice(0, 3).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
