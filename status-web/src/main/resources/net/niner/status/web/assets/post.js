// The editor of posts: shows what is typed as it will be read, puts pictures where the cursor is, and says what a time in UTC is here.
(() => {
  "use strict";

  const frame = document.getElementById("preview");
  const jq = window.jQuery;
  if (!frame) {
    return;
  }

  const field = name => document.getElementById(`post:${name}`);

  // ---- the preview ------------------------------------------------------------------------------------------------------------------

  const show = () => {
    const rendering = document.querySelector(".rendering");
    const page = frame.contentDocument;
    const text = page?.querySelector(".text");
    if (!rendering || !text) {
      return;
    }
    if (text.dataset.source !== rendering.textContent) {
      text.innerHTML = rendering.textContent; // sanitised by the site; and the page's policy, which the frame inherits, lets nothing run that stands in a text
      text.dataset.source = rendering.textContent;
    }
    page.querySelector("h1").textContent = rendering.dataset.title;
  };

  frame.addEventListener("load", show);

  // ---- pictures ---------------------------------------------------------------------------------------------------------------------

  const complain = text => {
    const place = document.getElementById("pictureError");
    const error = document.createElement("span");
    error.className = "error";
    error.textContent = text;
    place.replaceChildren(error);
  };

  const escapeHtml = text => text.replace(/[&<>"]/g, letter => `&#${letter.charCodeAt(0)};`);

  const insert = (address, alt) => {
    const body = field("body");
    const picture = field("format").value === "HTML"
      ? `<img src="${address}" alt="${escapeHtml(alt)}">`
      : `![${alt.replace(/[\\[\]]/g, "\\$&")}](${address})`;
    const start = body.selectionStart;
    const before = body.value.slice(0, start);
    const gap = !before || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
    body.setRangeText(gap + picture + "\n", start, body.selectionEnd, "end");
    body.dispatchEvent(new Event("input", { bubbles: true }));
  };

  document.addEventListener("click", event => {
    const button = event.target.closest("button.insert");
    if (!button) {
      return;
    }
    const alt = document.getElementById("pictures:alt");
    if (!alt.value.trim()) {
      complain(document.getElementById("pictures:file").dataset.alt);
      alt.focus();
      return;
    }
    insert(button.dataset.address, alt.value.trim());
    alt.value = "";
    field("body").focus();
  });

  document.addEventListener("change", event => {
    const file = event.target.closest("#pictures\\:file");
    if (!file) {
      return;
    }
    if (file.files[0]?.size > Number(file.dataset.most)) {
      complain(file.dataset.large);
      file.value = "";
    } else {
      document.getElementById("pictureError").replaceChildren();
    }
  });

  const takeIn = () => {
    const added = document.getElementById("added");
    if (added) {
      const alt = document.getElementById("pictures:alt");
      insert(added.dataset.address, alt.value.trim());
      alt.value = "";
      added.remove();
    }
  };

  // ---- the time to come -------------------------------------------------------------------------------------------------------------

  const own = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "full", timeStyle: "short" });

  const tellTime = () => {
    const at = field("at");
    const place = document.getElementById("atOwn");
    if (at && place) {
      const time = new Date(`${at.value}Z`);
      place.textContent = isNaN(time) ? "" : `${place.dataset.text} ${own.format(time)}`;
    }
  };

  document.addEventListener("input", event => event.target === field("at") && tellTime());

  // ---- begin ------------------------------------------------------------------------------------------------------------------------

  const begin = () => {
    show();
    tellTime();
  };

  if (jq) {
    jq(document).on("pfAjaxComplete", () => {
      show();
      takeIn();
    });
    // what the browser kept of a draft is put back first, and then shown as it will be
    jq(() => setTimeout(() => {
      begin();
      if (document.querySelector("#post[data-dirty]")) {
        field("body").dispatchEvent(new Event("input", { bubbles: true }));
      }
    }));
  } else {
    begin();
  }
})();
