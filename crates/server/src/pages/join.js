// A sign-in link carries its secret behind "#", which no server, log or preview ever sees. It is
// taken out of the address bar and posted only by this page.
function enter() {
  const token = location.hash.slice(1);
  // A link to a place of this page, such as the one that skips the bar, is no secret.
  if (!token || document.getElementById(token)) return;
  history.replaceState(null, "", location.pathname + location.search);
  const form = document.getElementById("with-link");
  form.elements.token.value = token;
  form.submit();
}
// Whoever comes in does not see the week of whoever used this device before.
try {
  localStorage.removeItem("week");
} catch {
  // Storage is refused: nothing is kept there.
}
addEventListener("hashchange", enter);
enter();
