// A sign-in link carries its secret behind "#", which no server, log or preview ever sees. It is
// taken out of the address bar and posted only by this page.
function enter() {
  const token = location.hash.slice(1);
  if (!token) return;
  history.replaceState(null, "", location.pathname + location.search);
  const form = document.getElementById("with-link");
  form.elements.token.value = token;
  form.submit();
}
addEventListener("hashchange", enter);
enter();
