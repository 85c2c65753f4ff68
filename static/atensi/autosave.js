// Keeps a draft on the server: two seconds after a change, and on leaving the page.
// The form names its address in data-autosave-url; the words come from data attributes, so they are translated.
const form = document.querySelector("form[data-autosave]");

if (form) {
  const state = document.querySelector("[data-save-state]");
  const text = state?.querySelector("[data-save-text]");
  let timer = 0;
  let changed = false;
  let underway = null;

  const say = (words, failed) => {
    if (!text) return;
    text.textContent = words;
    state.classList.toggle("failed", failed);
  };

  // One at a time: a second save would carry the revision that the first is about to replace.
  const save = () => {
    clearTimeout(timer);
    if (!changed || form.dataset.sent) return;
    if (underway) timer = setTimeout(save, 500);
    else underway = send().finally(() => { underway = null; });
  };

  const send = async () => {
    changed = false;
    try {
      const response = await fetch(form.dataset.autosaveUrl, {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        headers: { "X-Autosave": "1" },
        keepalive: true,
      });
      const answer = await response.json();
      if (response.ok) {
        form.elements.revision.value = answer.revision;
        say(form.dataset.autosaveSaved.replace("%s", answer.saved_at), false);
        const danger = document.querySelector("[data-danger]");
        if (danger && answer.danger) danger.hidden = false;
      } else {
        say(answer.error, true);
      }
    } catch {
      changed = true;
      say(form.dataset.autosaveFailed, true);
    }
  };

  for (const kind of ["input", "change"]) {
    form.addEventListener(kind, () => {
      changed = true;
      clearTimeout(timer);
      timer = setTimeout(save, 2000);
    });
  }
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    changed = false;
    if (!underway) return;
    event.preventDefault();
    underway.then(() => form.requestSubmit(event.submitter));
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") save();
  });
  window.addEventListener("online", save);
}
