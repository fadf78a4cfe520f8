// Opens a TimelineJS document from standard input in TimelineJS and prints what it shows as JSON: errors and slides.
const fs = require("fs");
const path = require("path");
const modules = path.join(process.argv[2], "node_modules");
const { JSDOM } = require(path.join(modules, "jsdom"));

const library = fs.readFileSync(path.join(modules, "@knight-lab/timelinejs/dist/js/timeline.js"), "utf8");
const { window } = new JSDOM('<div id="timeline"></div>', { runScripts: "outside-only", pretendToBeVisual: true });
window.IntersectionObserver = class { observe() {} unobserve() {} disconnect() {} };
window.eval(library + "; window.TL = TL;");
const timeline = new window.TL.Timeline("timeline", JSON.parse(fs.readFileSync(0, "utf8")), {});

const wait = setInterval(() => {
  if (!timeline.config || !window.document.querySelector(".tl-slide")) return;
  clearInterval(wait);
  const text = (slide, part) => slide.querySelector(part)?.textContent.trim() ?? "";
  const slides = [...window.document.querySelectorAll(".tl-slide")].map((slide) => ({
    date: text(slide, ".tl-headline-date"),
    headline: text(slide, ".tl-headline"),
    text: text(slide, ".tl-text-content div"),
    links: [...slide.querySelectorAll(".tl-text-content a")].map((link) => link.href),
  }));
  console.log(JSON.stringify({ errors: timeline.config.messages.errors, slides }));
  process.exit(0);
}, 20);
