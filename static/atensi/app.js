// The few behaviours that pages share. Everything works without them.
import "./autosave.js";

// No script may read a cookie: the token stands in every form.
const csrf = () => document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";

document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-CSRFToken"] = csrf();
});

// A refused form: the focus goes to its summary, and from there into the field, not only to its place.
const toSummary = (part) => part.querySelector("[data-error-summary]")?.focus();
toSummary(document);
document.addEventListener("htmx:afterSwap", (event) => toSummary(event.target));
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-error-summary] a[href^='#']");
  const field = link && document.getElementById(link.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  const control = field.matches("legend") ? field.parentElement.querySelector("input") : field;
  (field.closest(".field") ?? field).scrollIntoView({ block: "start" });
  control.focus({ preventScroll: true });
});

// A form that creates something is sent once; going back makes it usable again.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || !form.matches("[data-once]")) return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "1";
  event.submitter?.setAttribute("aria-busy", "true");
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    form.querySelector("[aria-busy]")?.removeAttribute("aria-busy");
  }
});

// What scrolls sideways opens at what matters: the current tab, and today on a time axis.
for (const tab of document.querySelectorAll(".tab[aria-current]")) {
  const tabs = tab.parentElement;
  tabs.scrollLeft = tab.offsetLeft - tabs.offsetLeft - (tabs.clientWidth - tab.offsetWidth) / 2;
}
for (const plot of document.querySelectorAll("[data-start]")) {
  plot.scrollLeft = plot.dataset.start - plot.clientWidth / 2;
}

// Open menus close with Escape, on leaving them and on a press elsewhere.
const closeMenus = (except) => {
  for (const menu of document.querySelectorAll("details[data-menu][open]")) {
    if (menu !== except) menu.open = false;
  }
};
document.addEventListener("click", (event) => closeMenus(event.target.closest("details[data-menu]")));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    const open = document.querySelector("details[data-menu][open]");
    closeMenus();
    open?.querySelector("summary").focus();
  }
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
    // On a phone the header's own field is a button, and the page's field is the first to be seen.
    const fields = [...document.querySelectorAll("[data-search]")];
    const search = fields.find((field) => field.offsetParent);
    if (search) {
      event.preventDefault();
      search.focus();
    }
  }
});

for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => window.print());
}
