// What Streamlit leaves undone for readers: the page's language, its own English words, and roles that assistive
// technology misreads. Loaded before Streamlit, and again busy after each of its changes to the page.
"use strict";

// Pages have addresses of their own; without this, Streamlit looks for its server below the page first.
window.__streamlit = { BACKEND_BASE_URL: `${window.location.origin}/` };

const ATTRIBUTES = ["aria-label", "placeholder", "title"];
// What the product or its users wrote: it is in the right language already.
const WRITTEN = "[data-testid=stMarkdown], [data-testid=stHeading], [data-testid=stTable]";
const YEAR = 365 * 24 * 3600;

function setLanguage(language) {
  if (document.documentElement.lang === language) return;
  document.documentElement.lang = language;
  document.cookie = `lang=${language}; path=/; max-age=${YEAR}; samesite=lax`;
}

// Streamlit's English words by what they were translated into: the reader may change the language again.
const originals = new Map();

function translated(text, words) {
  const english = originals.get(text) ?? text;
  const removed = english.startsWith("Remove ") && words.get("Remove {name}");
  const word = words.get(english) ?? (removed ? removed.replace("{name}", () => english.slice(7)) : english);
  if (word !== english) originals.set(word, english);
  return word;
}

function translate(root, words) {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const text = node.data.trim();
    const word = translated(text, words);
    if (word !== text && !node.parentElement.closest(WRITTEN)) node.data = word;
  }
  for (const attribute of ATTRIBUTES) {
    for (const element of root.querySelectorAll(`[${attribute}]`)) {
      const text = element.getAttribute(attribute);
      const word = translated(text, words);
      if (word !== text) element.setAttribute(attribute, word);
    }
  }
}

function repairRoles() {
  // The dropzone is a section without a name that claims to be nothing, but can be reached by keyboard.
  for (const zone of document.querySelectorAll("[data-testid=stFileUploaderDropzone][role=presentation]")) {
    zone.setAttribute("role", "group");
  }
  // On a narrow screen the menu is a list whose items stand in boxes, one for each section: groups say what is meant.
  for (const menu of document.querySelectorAll("[data-testid=stSidebarNavItems]")) {
    menu.setAttribute("role", "none");
    for (const section of menu.children) {
      section.setAttribute("role", "group");
      section.setAttribute("aria-label", section.querySelector("header")?.innerText ?? "");
      for (const item of section.querySelectorAll("li")) item.setAttribute("role", "none");
    }
  }
  // A table that is wider than its place scrolls; then the keyboard must be able to reach it.
  for (const box of document.querySelectorAll("[data-testid=stTable] > div:not([tabindex])")) {
    if (box.scrollWidth <= box.clientWidth) continue;
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", box.querySelector("table")?.getAttribute("aria-label") ?? "");
  }
  // Icons stand beside words, and are named by their English code: "check_circle icon".
  for (const icon of document.querySelectorAll("[role=img][translate=no][aria-label$=' icon']")) {
    icon.setAttribute("aria-hidden", "true");
  }
  // Points of a small trend line are images without a name; the trend is also said in words.
  for (const point of document.querySelectorAll("[role=graphics-symbol]:not([aria-hidden])")) {
    point.setAttribute("aria-hidden", "true");
  }
}

function repair() {
  repairRoles();
  const frame = document.getElementById("frame-language");
  if (!frame) return;
  setLanguage(frame.lang);
  const words = new Map(Object.entries(JSON.parse(frame.dataset.words)));
  if (words.size || originals.size) translate(document.body, words);
}

// A page of several screens changes in place, and Streamlit stays where the button to the next one was.
let screenShown;

function toNewScreen() {
  const box = document.querySelector("[class*=st-key-screen_]");
  const name = box && [...box.classList].find((one) => one.startsWith("st-key-screen_"));
  const heading = box?.querySelector("h2");
  if (!heading || name === screenShown) return;
  const first = screenShown === undefined;
  screenShown = name;
  if (first || heading.getBoundingClientRect().top > 0) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true }); // the next Tab leads to the first question
  heading.scrollIntoView();
}

// What a button opens stands at the end of the page: Tab leads from the button into it, and from its ends back.
function throughPopover(event) {
  const body = document.querySelector("[data-testid=stPopoverBody]");
  const button = document.querySelector("[data-testid=stPopoverButton][aria-expanded=true]");
  if (event.key !== "Tab" || !body || !button) return;
  const inside = [...body.querySelectorAll("a[href], button, summary, input, [tabindex='0']")];
  const here = document.activeElement;
  if (here === button && !event.shiftKey && inside.length) {
    event.preventDefault();
    inside[0].focus();
  } else if (here === inside[0] && event.shiftKey) {
    event.preventDefault();
    button.focus();
  } else if (here === inside.at(-1) && !event.shiftKey) {
    button.focus(); // the browser goes on from here
  }
}

document.addEventListener("keydown", throughPopover, true);

document.addEventListener("DOMContentLoaded", () => {
  let waiting = false;
  new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      repair();
      toNewScreen();
    });
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
  repair();
});
