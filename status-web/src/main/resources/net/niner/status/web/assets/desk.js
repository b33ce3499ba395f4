// What the pages of the back office do by themselves: say when the site is out of reach or the session has ended, keep what was typed,
// act once on a button, and keep times fresh. Pages work without it, only with less comfort.
(() => {
  "use strict";

  const SIGN_IN = "/admin/sign-in";
  const PATIENCE_MS = 8000;
  const LONGEST_WAIT_S = 60;
  const BUSY_MS = 15000;
  const REFUSED = new Set([401, 403, 413]);

  const strip = document.getElementById("strip");
  if (!strip) {
    return;
  }
  const words = strip.dataset;
  const language = document.documentElement.lang;
  const here = location.pathname + location.search;
  const jq = window.jQuery;

  // ---- times ----------------------------------------------------------------------------------------------------------------------

  const clock = document.getElementById("clock");
  const skew = clock ? new Date(clock.dateTime).getTime() - Date.now() : 0;
  const serverNow = () => Date.now() + skew;
  const own = new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "long" });
  const ownShort = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const utcShort = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "UTC" });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "always", style: "short" });
  const UNITS = [["second", 60], ["minute", 60], ["hour", 48], ["day", Infinity]];

  const ago = instant => {
    let amount = Math.round((instant - serverNow()) / 1000);
    for (const [unit, size] of UNITS) {
      if (Math.abs(amount) < size) {
        return relative.format(amount === 0 ? -0 : amount, unit);
      }
      amount = Math.round(amount / (unit === "hour" ? 24 : size));
    }
    return "";
  };

  const explainTimes = root => root.querySelectorAll("time[datetime]:not([title])").forEach(time => {
    time.title = own.format(new Date(time.dateTime));
  });

  /** A table that is wider than its place is scrolled by keyboard too. */
  const reachWideTables = () => document.querySelectorAll(".ui-datatable-tablewrapper").forEach(table => {
    table.tabIndex = table.scrollWidth > table.clientWidth ? 0 : -1;
  });

  const tick = () => {
    document.querySelectorAll("time.ago").forEach(time => {
      const text = ago(new Date(time.dateTime).getTime());
      if (time.textContent !== text) {
        time.textContent = text;
      }
    });
    if (clock) {
      const now = serverNow();
      const text = `${utcShort.format(now)} UTC, ${clock.dataset.yours.replace("%", ownShort.format(now))}`;
      if (clock.textContent !== text) {
        clock.textContent = text;
        clock.dateTime = new Date(now).toISOString();
        clock.title = own.format(now);
      }
    }
  };

  // ---- what the strip says ----------------------------------------------------------------------------------------------------------

  let mood = "";

  const say = (kind, text, ...more) => {
    mood = kind;
    strip.className = "strip " + kind;
    strip.replaceChildren(...(text ? [text, ...more] : []));
  };

  const button = (text, action) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "quiet";
    made.textContent = text;
    made.addEventListener("click", action);
    return made;
  };

  const ended = () => {
    const link = document.createElement("a");
    link.href = `${SIGN_IN}?to=${encodeURIComponent(here)}`;
    link.textContent = words.signin;
    stopPolls();
    say("ended", words.ended, link);
  };

  // ---- the network ------------------------------------------------------------------------------------------------------------------

  let lost = false;
  let wait = 1;
  let timer = 0;
  const resting = new Set();

  const polls = () => Object.values(window.PrimeFaces?.widgets ?? {})
    .filter(widget => window.PrimeFaces.widget.Poll && widget instanceof window.PrimeFaces.widget.Poll);

  const stopPolls = () => polls().filter(poll => poll.isActive()).forEach(poll => {
    poll.stop();
    resting.add(poll);
  });

  const reachable = async () => {
    try {
      const answer = await fetch("/assets/-/icon.svg", {
        method: "HEAD", cache: "no-store", credentials: "omit", signal: AbortSignal.timeout(PATIENCE_MS) });
      return answer.status < 500;
    } catch (e) {
      return false;
    }
  };

  const look = async () => {
    clearTimeout(timer);
    if (await reachable()) {
      lost = false;
      wait = 1;
      resting.forEach(poll => poll.start());
      resting.clear();
      say("back", words.back);
      setTimeout(() => mood === "back" && say("", ""), 8000);
    } else {
      wait = Math.min(wait * 2, LONGEST_WAIT_S);
      timer = setTimeout(look, wait * 1000);
    }
  };

  const lose = text => {
    say("lost", text);
    if (!lost) {
      lost = true;
      stopPolls();
      timer = setTimeout(look, wait * 1000);
    }
  };

  window.addEventListener("online", () => lost && look());
  window.addEventListener("offline", () => lose(words.lost));

  // ---- drafts -----------------------------------------------------------------------------------------------------------------------

  const leaving = { allowed: false };
  const SKIPPED = new Set(["password", "file", "hidden", "submit", "button", "image", "reset"]);

  const draftKey = form => `draft ${words.who} ${here} ${form.dataset.draft}`;

  const fields = form => [...form.elements].filter(field => field.name && field.matches("input, textarea, select")
    && !SKIPPED.has(field.type) && !field.closest("[data-secret]") && !field.name.startsWith("jakarta.faces")
    && !/_(focus|filter|editableInput)$/.test(field.name));

  const valueOf = field => {
    if (field.type === "checkbox" || field.type === "radio") {
      return field.checked;
    }
    return field.multiple ? [...field.selectedOptions].map(option => option.value) : field.value;
  };

  const slot = field => field.type === "radio" || field.type === "checkbox" ? `${field.name}=${field.value}` : field.name;

  const widgetOf = field => {
    const id = field.id.replace(/_input$/, "");
    return field.id === id ? null : Object.values(window.PrimeFaces?.widgets ?? {}).find(widget => widget.id === id) ?? null;
  };

  const put = (field, value) => {
    const widget = widgetOf(field);
    if (field.type === "checkbox" || field.type === "radio") {
      if (widget?.check && field.checked !== value) {
        value ? widget.check() : widget.uncheck();
      }
      field.checked = value;
    } else if (widget?.selectValue && field.tagName === "SELECT" && !field.multiple) {
      widget.selectValue(value);
    } else if (field.multiple) {
      [...field.options].forEach(option => { option.selected = value.includes(option.value); });
    } else {
      field.value = value;
    }
  };

  const snapshot = form => Object.fromEntries(fields(form).map(field => [slot(field), valueOf(field)]));

  const store = {
    get: key => {
      try {
        return JSON.parse(sessionStorage.getItem(key));
      } catch (e) {
        return null;
      }
    },
    set: (key, value) => {
      try {
        sessionStorage.setItem(key, JSON.stringify(value));
      } catch (e) {
        // a full or forbidden store must not keep anybody from working
      }
    },
    remove: key => {
      try {
        sessionStorage.removeItem(key);
      } catch (e) {
        // as above
      }
    },
  };

  const keep = (form, attempt) => store.set(draftKey(form), { values: snapshot(form), attempt: attempt ?? null });

  const forget = form => {
    store.remove(draftKey(form));
    delete form.dataset.dirty;
  };

  /** Drafts of other pages too: whatever was sent from there has been done by now. */
  const forgetDone = done => {
    if (!done.size) {
      return;
    }
    const begin = `draft ${words.who} `;
    try {
      Object.keys(sessionStorage).filter(key => key.startsWith(begin) && done.has(store.get(key)?.attempt)).forEach(store.remove);
    } catch (e) {
      // no store, no drafts
    }
  };

  const restore = form => {
    const draft = store.get(draftKey(form));
    if (!draft) {
      return false;
    }
    let changed = false;
    fields(form).forEach(field => {
      const value = draft.values[slot(field)];
      if (value !== undefined && JSON.stringify(value) !== JSON.stringify(valueOf(field))) {
        put(field, value);
        changed = true;
      }
    });
    form.dataset.dirty = "true";
    return changed;
  };

  const restoreAll = () => {
    const restored = [...document.querySelectorAll("form[data-draft]")].filter(restore);
    if (restored.length && !mood) {
      say("restored", words.restored, button(words.discard, () => {
        restored.forEach(forget);
        leaving.allowed = true;
        location.reload();
      }));
    }
  };

  const typed = event => {
    const form = event.target.form ?? event.target.closest?.("form[data-draft]");
    if (form?.dataset.draft && fields(form).includes(event.target)) {
      form.dataset.dirty = "true";
      keep(form);
    }
    attempts.clear();
  };

  document.addEventListener("input", typed);
  document.addEventListener("change", typed);
  window.addEventListener("beforeunload", event => {
    if (!leaving.allowed && document.querySelector("form[data-draft][data-dirty]")) {
      event.preventDefault();
      event.returnValue = "";
    }
  });

  // ---- one press, one act -----------------------------------------------------------------------------------------------------------

  /** The press that is under way, or whose answer got lost, by the button's id: pressing it again is the same press. */
  const attempts = new Map();

  const attemptOf = source => {
    if (!attempts.has(source)) {
      attempts.set(source, crypto.randomUUID ? crypto.randomUUID() : `a-${Date.now()}-${Math.random().toString(36).slice(2)}`);
    }
    return attempts.get(source);
  };

  const hidden = (form, name, value) => {
    let field = form.querySelector(`input[type=hidden][name="${name}"]`);
    if (!field) {
      field = document.createElement("input");
      field.type = "hidden";
      field.name = name;
      form.append(field);
    }
    field.value = value;
  };

  const free = form => {
    delete form.dataset.busy;
    form.removeAttribute("aria-busy");
  };

  /** A full submit to a site out of reach would cost the page, and all that was typed: so it is asked first. */
  const submitFull = async (form, submitter) => {
    form.setAttribute("aria-busy", "true");
    if (!await reachable()) {
      free(form);
      lose(words.unsent);
      return;
    }
    form.dataset.busy = "go";
    if (submitter) {
      form.requestSubmit(submitter);
    } else {
      form.requestSubmit();
    }
  };

  document.addEventListener("submit", event => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post" || form.target) {
      return;
    }
    if (event.submitter?.closest("[data-download]")) {
      form.querySelector("input[type=hidden][name='status.attempt']")?.remove(); // the page stays, and may ask for the file again
      return;
    }
    if (form.dataset.busy === "go") {
      const attempt = attemptOf(event.submitter?.id || form.id);
      hidden(form, "status.attempt", attempt);
      hidden(form, "status.here", here);
      if (new URL(form.getAttribute("action"), location).pathname === location.pathname) { // a field may be called action
        form.setAttribute("action", here); // with the query, so that the page is the same one afterwards
      }
      if (form.dataset.draft) {
        keep(form, event.submitter?.closest("[data-keep]") ? null : attempt);
      }
      leaving.allowed = true;
      form.dataset.busy = "sent";
      setTimeout(() => {
        leaving.allowed = false;
        free(form);
      }, BUSY_MS);
      return;
    }
    event.preventDefault();
    if (!form.dataset.busy) {
      form.dataset.busy = "asking";
      submitFull(form, event.submitter);
    }
  });

  window.addEventListener("pageshow", event => {
    leaving.allowed = false;
    if (event.persisted) {
      document.querySelectorAll("form[data-busy]").forEach(free);
      attempts.clear();
    }
  });

  // ---- requests of PrimeFaces -------------------------------------------------------------------------------------------------------

  const sourceOf = settings => {
    if (typeof settings.data === "string") {
      return new URLSearchParams(settings.data).get("jakarta.faces.source") ?? "";
    }
    return settings.data?.get?.("jakarta.faces.source") ?? "";
  };

  const isPress = source => {
    const element = document.getElementById(source);
    return !!element?.matches("button, input[type=submit], input[type=button], a");
  };

  const isPoll = source => polls().some(poll => poll.id === source);

  const toldBy = xhr => {
    switch (xhr.getResponseHeader("X-Mishap")) {
      case "expired":
      case "repeated":
        leaving.allowed = true;
        location.reload();
        return true;
      case "forbidden":
        say("failed", words.forbidden);
        return true;
      default:
        return false;
    }
  };

  const failed = (xhr, source) => {
    const html = (xhr.getResponseHeader("Content-Type") ?? "").includes("html");
    if (REFUSED.has(xhr.status)) {
      attempts.delete(source); // nothing was done: pressing again is another press
    }
    if (xhr.status === 401 || html && xhr.status < 400) {
      ended();
    } else if (xhr.status === 0 || xhr.status === 502 || xhr.status === 503 || xhr.status === 504) {
      lose(isPoll(source) ? words.lost : words.unsent);
    } else if (!toldBy(xhr)) {
      const reference = xhr.getResponseHeader("X-Reference");
      say("failed", words.failed + (reference ? ` (${reference})` : ""));
    }
  };

  // ---- parts that refresh themselves ------------------------------------------------------------------------------------------------

  /** What is read, and what has the focus, in a part that is about to be replaced: found again by its key, whatever came above it. */
  const steady = () => {
    const part = document.querySelector("[data-steady]");
    if (!part) {
      return null;
    }
    const read = [...part.querySelectorAll("[data-key]")].find(item => item.getBoundingClientRect().bottom > 0);
    const focused = part.contains(document.activeElement) ? document.activeElement : null;
    return {
      headline: part.dataset.headline,
      key: read?.dataset.key,
      top: read?.getBoundingClientRect().top,
      focus: focused?.closest("[data-key]")?.dataset.key,
      index: focused ? controls(focused.closest("[data-key]")).indexOf(focused) : -1,
      scrolled: window.scrollY > 0,
    };
  };

  const controls = item => item ? [...item.querySelectorAll("a, button, input, select, textarea")] : [];

  const find = key => key === undefined ? null
    : [...document.querySelectorAll("[data-steady] [data-key]")].find(item => item.dataset.key === key);

  const settle = before => {
    const part = document.querySelector("[data-steady]");
    const read = find(before.key);
    if (read && before.scrolled) {
      window.scrollBy(0, read.getBoundingClientRect().top - before.top);
    }
    controls(find(before.focus))[before.index]?.focus({ preventScroll: true });
    const announcer = document.getElementById("announcer");
    if (announcer && part.dataset.headline !== before.headline) {
      announcer.textContent = part.dataset.headline;
    }
  };

  let before = null;

  if (jq) {
    const $document = jq(document);
    $document.on("pfAjaxSend", (event, xhr, settings) => {
      const source = sourceOf(settings);
      if (isPoll(source)) {
        xhr.setRequestHeader("X-Idle", "true");
        if (typeof settings.data === "string") {
          settings.data += "&primefaces.ignoreautoupdate=true"; // what was said to a person stays
        } else {
          settings.data?.append?.("primefaces.ignoreautoupdate", "true");
        }
      } else if (isPress(source)) {
        xhr.setRequestHeader("X-Attempt", attemptOf(source));
      }
    });
    $document.on("pfAjaxError", (event, xhr, settings) => failed(xhr, sourceOf(settings)));
    $document.on("pfAjaxSuccess", (event, xhr, settings) => {
      const source = sourceOf(settings);
      attempts.delete(source);
      before = steady();
      if (lost) {
        look();
      } else if (mood === "failed" && !isPoll(source)) {
        say("", "");
      }
    });
    $document.on("pfAjaxComplete", (event, xhr, settings, args) => {
      const source = sourceOf(settings);
      const refused = xhr.status !== 200 || args?.validationFailed || document.querySelector("#complaints .complaint");
      const form = document.getElementById(source)?.closest("form[data-draft]") ?? null;
      if (form && isPress(source) && !refused && !document.getElementById(source).closest("[data-keep]")) {
        forget(form);
      }
      if (before) {
        settle(before);
        before = null;
      }
      explainTimes(document);
      reachWideTables();
      tick();
    });
  }

  // ---- begin ------------------------------------------------------------------------------------------------------------------------

  const begin = () => {
    forgetDone(new Set((words.done ?? "").split(" ").filter(id => id)));
    restoreAll();
    explainTimes(document);
    reachWideTables();
    window.addEventListener("resize", reachWideTables);
    tick();
    setInterval(tick, 1000);
    if (!navigator.onLine) {
      lose(words.lost);
    }
  };

  if (jq) {
    jq(begin);
  } else {
    begin();
  }
})();
