// Written into every page of somebody who is signed in; it asks the server for nothing until its button is pressed.
(() => {
  const bar = document.getElementById("session-end");
  const [words, stay, signIn, proposal] = bar.children;
  // Browsers wake a hidden page only once a minute: whoever comes back to it still has two.
  const ahead = 180_000;
  const facts = () => /(?:^|; )fund_ends=(\d+)\.(\d+)/.exec(document.cookie);
  const atLoad = facts();
  if (!atLoad) return;
  // The clock of this device may be wrong; the server's came with the page.
  const behind = atLoad[2] * 1000 - Date.now();
  const left = () => {
    const known = facts();
    return known ? known[1] * 1000 - behind - Date.now() : 0;
  };
  let said = "";
  let cameFrom = null;

  function say(what) {
    if (what === said) return;
    said = what;
    const focused = document.activeElement;
    const clock = new Intl.DateTimeFormat(bar.dataset.clock, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    words.textContent = (bar.dataset[what] ?? "").replace("{time}", clock.format(Date.now() + left()));
    words.hidden = what === "";
    bar.toggleAttribute("data-says", what !== "");
    stay.hidden = what !== "ends" && what !== "failed";
    signIn.hidden = what !== "ended";
    proposal.hidden = what !== "unsent";
    signIn.search = new URLSearchParams({ to: location.pathname + location.search });
    // What she writes in is not covered by the news.
    const { top } = bar.getBoundingClientRect();
    if (what && !bar.contains(focused) && focused.getBoundingClientRect().top > top)
      focused.scrollIntoView({ block: "nearest" });
    // Focus is never taken; only a button that goes gives it back to where it was.
    if (bar.contains(focused) && focused.hidden) (cameFrom ?? document.getElementById("main"))?.focus();
  }

  function look() {
    const time = left();
    if (time > ahead) say(said === "unsent" ? said : "");
    else if (time <= 0) say("ended");
    else if (said !== "failed") say("ends");
  }

  // Whether this page asks for the answer: a field that is open sees to its own words.
  const isHere = ({ groups: { proposal, question } }) =>
    location.pathname.startsWith(`${bar.dataset.proposals}/${proposal}/sections/`) &&
    [...document.getElementsByName(question)].some(({ disabled }) => !disabled);

  // The proposal of an answer that this browser keeps and the fund does not have.
  function unsent() {
    try {
      return Object.keys(localStorage)
        .map((key) => /^fund-journal:[^:]*:(?<proposal>[^:]+):(?<question>.+)$/.exec(key))
        .find((entry) => entry && !isHere(entry))?.groups.proposal;
    } catch {
      return null;
    }
  }

  document.addEventListener("submit", (event) => {
    const to = event.target.getAttribute("action") ?? location.pathname;
    const kept = to === bar.dataset.leave && said !== "unsent" && !event.defaultPrevented && unsent();
    if (!kept) return;
    event.preventDefault();
    proposal.href = `${bar.dataset.proposals}/${kept}`;
    say("unsent");
  });
  stay.addEventListener("click", async () => {
    const answer = await fetch(bar.dataset.to, { method: "POST" }).catch(() => null);
    if (!answer || answer.status > 499) say("failed");
    else if (left() > ahead) say("stayed");
    else look();
  });
  bar.addEventListener("focusin", ({ relatedTarget }) => {
    if (!bar.contains(relatedTarget)) cameFrom = relatedTarget;
  });
  // A page that slept, or came back from the browser's memory, looks at once.
  for (const waking of ["visibilitychange", "pageshow", "focus"]) window.addEventListener(waking, look);
  setInterval(look, 15_000);
})();
