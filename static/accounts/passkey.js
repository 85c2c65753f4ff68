// What goes wrong with a key is said on the page; without a browser that knows keys, its button stays away.
const failed = (part) => document.querySelector(`[data-passkey-${part}]`);

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  const note = failed("error");
  if (!note) return;
  note.hidden = false;
  note.focus();
});

if (!window.PublicKeyCredential) {
  const note = failed("missing");
  if (note) note.hidden = false;
  for (const part of document.querySelectorAll("[data-passkey]")) part.hidden = true;
}
