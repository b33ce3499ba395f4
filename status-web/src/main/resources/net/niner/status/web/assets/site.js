// Says times in the reader's own zone, and keeps the front page up to date: asks for it again, and swaps what has changed. Pages work without.
(() => {
  "use strict";

  const INTERVAL_S = 15;
  const LONGEST_WAIT_S = 240;
  const PATIENCE_MS = 10000;

  const byId = id => document.getElementById(id);
  const language = document.documentElement.lang;
  const live = byId("live");
  let etag = null;
  let failures = 0;
  let timer = 0;

  const ownTime = new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "long" });

  const explainTimes = root => root.querySelectorAll("time[datetime]").forEach(time => {
    time.title = ownTime.format(new Date(time.dateTime));
  });

  const say = words => {
    if (words.length) {
      byId("announcer").textContent = words.join(" ");
    }
  };

  const show = (text, lost) => {
    live.textContent = text;
    live.classList.toggle("lost", lost);
    live.hidden = false;
  };

  // Puts the new part in the old one's place; returns false if it is the same.
  const swap = (old, made) => {
    if (old.outerHTML === made.outerHTML) {
      return false;
    }
    old.replaceWith(made);
    return true;
  };

  const strip = root => root.querySelectorAll("time[title]").forEach(time => time.removeAttribute("title"));

  const refreshHeadline = page => {
    const old = byId("headline");
    const before = old.querySelector("h1").textContent;
    const made = document.importNode(page.getElementById("headline"), true);
    return swap(old, made) && made.querySelector("h1").textContent !== before
      ? [made.querySelector("h1").textContent] : [];
  };

  const refreshRows = page => {
    const table = byId("glance");
    const words = [];
    const fresh = [...page.querySelectorAll("#glance tbody")].map(row => document.importNode(row, true));
    const kept = new Set(fresh.map(row => row.id));
    [...table.tBodies].filter(row => !kept.has(row.id)).forEach(row => row.remove());
    fresh.forEach((made, position) => {
      const old = byId(made.id);
      if (!old) {
        table.insertBefore(made, table.tBodies[position] ?? null);
      } else {
        const said = old.dataset.says;
        if (swap(old, made) && made.dataset.says !== said) {
          made.classList.add("changed");
          made.addEventListener("animationend", () => made.classList.remove("changed"));
          words.push(made.dataset.says + ".");
        }
      }
    });
    return words;
  };

  // A part that is being read or used stays as it is until the next round.
  const isInUse = part => part.contains(document.activeElement) || part.contains(getSelection().isCollapsed ? null : getSelection().anchorNode);

  // Swaps a whole part; says what of its items was not there before.
  const refreshPart = (page, id) => {
    const old = byId(id);
    const made = page.getElementById(id);
    if (!old || !made || isInUse(old)) {
      return [];
    }
    const known = new Set([...old.querySelectorAll("[data-says]")].map(item => item.dataset.says));
    const fresh = document.importNode(made, true);
    return swap(old, fresh)
      ? [...fresh.querySelectorAll("[data-says]")].map(item => item.dataset.says).filter(said => !known.has(said)) : [];
  };

  const refresh = html => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const script = document.querySelector("script[src]").getAttribute("src");
    if (page.querySelector("script[src]")?.getAttribute("src") !== script) {
      location.reload();
      return;
    }
    document.querySelectorAll(".changed").forEach(row => row.classList.remove("changed"));
    strip(document);
    const words = [...refreshHeadline(page), ...refreshPart(page, "late-invoices"), ...refreshPart(page, "going-on"), ...refreshRows(page), ...refreshPart(page, "latest")];
    swap(byId("as-of"), document.importNode(page.getElementById("as-of"), true));
    explainTimes(document);
    say(words);
  };

  const look = async () => {
    const answer = await fetch(location.href, { cache: "no-cache", signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!answer.ok) {
      throw new Error("status " + answer.status);
    }
    const seen = answer.headers.get("ETag");
    if (seen === null || seen !== etag) {
      refresh(await answer.text());
      etag = seen;
    }
  };

  const next = seconds => {
    clearTimeout(timer);
    timer = setTimeout(round, seconds * 1000);
  };

  const round = async () => {
    if (document.hidden) {
      return;
    }
    try {
      await look();
      if (failures > 0) {
        say([live.dataset.back]);
      }
      failures = 0;
      show(live.dataset.live, false);
      next(INTERVAL_S);
    } catch (e) {
      failures += 1;
      const wait = Math.min(INTERVAL_S * 2 ** (failures - 1), LONGEST_WAIT_S);
      const text = live.dataset.lost.replace("%", wait);
      show(text, true);
      if (failures === 1) {
        say([text]);
      }
      next(wait);
    }
  };

  explainTimes(document);
  if (!live) {
    return;
  }

  document.addEventListener("visibilitychange", () => {
    clearTimeout(timer);
    if (!document.hidden) {
      round();
    }
  });

  show(live.dataset.live, false);
  next(INTERVAL_S);
})();
