"use strict";

// The page works without this file. With it, cards change under one's eyes and forms are sent without leaving the page.
(() => {
  const body = document.body;
  const byId = id => document.getElementById(id);
  const messages = byId("messages");
  const tapForm = byId("tap");
  const room = body.dataset.room;
  const who = () => body.dataset.who;
  document.documentElement.classList.add("js");

  // ---- What a message keeps of the person's own doings when it is replaced

  function carryOver(from, to) {
    const before = new Map([...from.querySelectorAll("[data-keep]")].map(e => [e.dataset.keep, e]));
    for (const after of to.querySelectorAll("[data-keep]")) {
      const old = before.get(after.dataset.keep);
      if (!old) continue;
      if (old.tagName === "DETAILS") after.open = old.open;
      else if (old.value !== old.defaultValue) after.value = old.value;
    }
  }

  const labelOf = e => (e.querySelector(".label") ?? e).textContent.split(" · ")[0].trim();

  // The same place in the new card: the same action, the same option, the same words, the same field; else the card itself.
  function counterpart(focused, from, to) {
    const all = selector => [...to.querySelectorAll(selector)];
    if (focused.tagName === "SUMMARY") {
      const keep = focused.parentElement.dataset.keep;
      return all("summary").find(s => s.parentElement.dataset.keep === keep) ?? to.querySelector("article");
    }
    if (focused.dataset.keep) return all("[data-keep]").find(e => e.dataset.keep === focused.dataset.keep) ?? to.querySelector("article");
    if (focused.tagName !== "BUTTON") return to.querySelector("article");
    return all("button").find(b => b.value && b.value === focused.value)
      ?? all("button").find(b => b.dataset.item && b.dataset.item === focused.dataset.item && b.dataset.option === focused.dataset.option)
      ?? all("button").find(b => b.className === focused.className && labelOf(b) === labelOf(focused))
      ?? to.querySelector("article");
  }

  function show(id, html) {
    const template = document.createElement("template");
    template.innerHTML = html;
    const fresh = template.content.firstElementChild;
    if (!fresh) return;
    const old = byId(id);
    if (!old) {
      const number = Number(id.slice(2));
      const after = [...messages.children].find(m => Number(m.id.slice(2)) > number);
      const view = byId("conversation");
      const atEnd = view.scrollTop > -2;
      messages.insertBefore(fresh, after ?? null);
      showOpen();
      // What one has asked for oneself is brought into sight; what others do moves nothing, unless one was following at the end.
      // What is taller than the window shows its beginning: the path before the buttons.
      if (atEnd || performance.now() - sentAt < 3000) {
        fresh.scrollIntoView({ block: fresh.offsetHeight > view.clientHeight ? "start" : "nearest" });
      }
      return announce(id, fresh.dataset.summary);
    }
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    const selection = focused?.tagName === "INPUT" ? [focused.selectionStart, focused.selectionEnd] : null;
    carryOver(old, fresh);
    const place = focused && counterpart(focused, old, fresh);
    old.replaceWith(fresh);
    showOpen();
    if (place) {
      place.focus({ preventScroll: true });
      if (selection && place.tagName === "INPUT") place.setSelectionRange(...selection);
    }
    // A card that goes on says what is new of it; one that became another says itself.
    if (old.dataset.news && fresh.dataset.news) announceChanges(id, old, fresh);
    else if (old.dataset.summary !== fresh.dataset.summary) announce(id, fresh.dataset.summary);
  }

  // ---- The links to the cards that can be answered

  function showOpen() {
    const strip = byId("open");
    const cards = [...messages.querySelectorAll("article[data-kind=live]")].filter(card => card.querySelector(".focus")).slice(-strip.dataset.most);
    const links = cards.map(card => {
      const href = "#" + card.parentElement.id;
      const link = [...strip.children].find(old => old.getAttribute("href") === href) ?? document.createElement("a");
      if (!link.hasChildNodes()) {
        link.setAttribute("href", href);
        link.append(document.createElement("b"), " ", document.createElement("span"));
      }
      link.querySelector("b").textContent = card.querySelector("h3").textContent;
      link.querySelector("span").textContent = card.querySelector(".progress span").textContent;
      return link;
    });
    // Left alone where nothing came or went, so that a focused link keeps the focus.
    if (links.length !== strip.children.length || links.some((link, i) => link !== strip.children[i])) strip.replaceChildren(...links);
  }

  // ---- Said politely, once things have settled, and never the whole card

  let news = [];
  let newsTimer = 0;

  // Changes that follow each other closely are all said: each may be the answer that somebody waits to hear of.
  function announceChanges(id, old, fresh) {
    const before = new Set(old.dataset.news.split("\n"));
    const changes = fresh.dataset.news.split("\n").filter(sentence => !before.has(sentence));
    if (changes.length > 0) say({ id, text: `${fresh.querySelector("h3").textContent}: ${changes.join(" ")}` });
  }

  function announce(id, text) {
    news = news.filter(n => n.id !== id);
    say({ id, text });
  }

  function say(piece) {
    news.push(piece);
    clearTimeout(newsTimer);
    newsTimer = setTimeout(() => {
      byId("news").textContent = news.slice(-3).map(n => n.text).join(" ");
      news = [];
    }, 400);
  }

  // ---- The stream, and what to do when it breaks

  let seen = body.dataset.seen;
  let stream = null;

  function listen() {
    stream?.close();
    if (document.hidden) return;
    stream = new EventSource(`/events?room=${encodeURIComponent(room)}&after=${seen}`);
    stream.addEventListener("open", () => { byId("connection").textContent = ""; });
    stream.addEventListener("card", event => {
      // Changes only count up: a lower one begins the room again from an older database, and what came after that moment is no more.
      if (Number(event.lastEventId) < Number(seen)) messages.replaceChildren();
      seen = event.lastEventId;
      const card = JSON.parse(event.data);
      show(card.id, card.html);
    });
    stream.addEventListener("error", () => {
      byId("connection").textContent = "Connection lost, trying again …";
      // The browser tries again by itself unless the answer was no stream at all.
      if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 3000);
    });
  }

  // Browsers open six connections to a site: a tab that nobody looks at leaves its own to the others, and catches up later.
  document.addEventListener("visibilitychange", listen);

  // ---- Forms

  const freshToken = () => [...crypto.getRandomValues(new Uint8Array(16))].map(b => b.toString(16).padStart(2, "0")).join("");

  const nobody = "Say who you are first: choose a name at the top of the page.";
  const problem = sentence => { byId("problem").textContent = sentence; };

  let sentAt = -Infinity;

  // Kept until the form has been answered: sending it again after a broken line is then the same turn.
  const tokens = new WeakMap();

  // The second click of a double one may come when the first has been answered already: it is the same turn too.
  const doubleClick = 1000;
  let taken = null;

  async function send(form, submitter) {
    const fields = new URLSearchParams(new FormData(form, submitter));
    const tapped = form === tapForm ? fields.toString() : null;
    const isSecond = tapped !== null && taken?.tapped === tapped && performance.now() - taken.at < doubleClick;
    sentAt = performance.now();
    if (isSecond) tokens.set(form, taken.token);
    else if (!tokens.has(form)) tokens.set(form, freshToken());
    const token = tokens.get(form);
    if (who()) fields.set("who", who());
    fields.set("room", room);
    fields.set("token", token);
    try {
      // Not `form.action`: the buttons are called "action" and hide it.
      const answer = await fetch(form.getAttribute("action"), { method: "POST", body: fields, redirect: "manual" });
      if (answer.status < 500) tokens.delete(form);
      if (answer.type === "opaqueredirect" || answer.ok) {
        problem("");
        taken = { tapped, token, at: sentAt };
        return true;
      }
      // Signed out: the next page asks for the pass phrase and gives typed words back.
      if (answer.status === 401) return form.id === "say" ? form.submit() : location.reload();
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      problem(page.getElementById("problem")?.textContent || "That did not work. Please try again.");
    } catch {
      problem("The bot cannot be reached. What you typed is still here; please try again.");
    }
    return false;
  }

  document.addEventListener("submit", async event => {
    const form = event.target;
    const button = event.submitter;
    if (form.method !== "post" || button?.formMethod === "get") {
      if (form !== tapForm || who()) return;
      event.preventDefault();
      return problem(nobody);
    }
    event.preventDefault();
    if (!who() && form.elements.who?.type !== "text") return problem(nobody);
    // Not `disabled`: that would throw away the focus.
    if (button?.getAttribute("aria-disabled") === "true") return;
    button?.setAttribute("aria-disabled", "true");
    const done = await send(form, button);
    button?.removeAttribute("aria-disabled");
    if (!done) return;
    if (form.id === "say") {
      form.elements.text.value = "";
      if (!who()) location.assign(`/?${new URLSearchParams({ room, who: form.elements.who.value.trim() })}`);
    }
    for (let open = button?.closest("details"); open; open = open.parentElement.closest("details")) {
      if (open.contains(document.activeElement)) open.querySelector("summary").focus();
      open.open = false;
    }
  });

  // ---- Menus close as one expects, and documents can be copied

  document.addEventListener("click", event => {
    const target = event.target.closest("button");
    if (target?.classList.contains("close")) {
      const details = target.closest("details");
      details.open = false;
      details.querySelector("summary").focus();
    }
    if (target?.classList.contains("copy")) copy(target);
    for (const open of document.querySelectorAll("details.menu[open], details.elsewhere[open]")) {
      if (!open.contains(event.target)) open.open = false;
    }
  });

  document.addEventListener("keydown", event => {
    const open = event.key === "Escape" && event.target.closest?.("details[open]");
    if (!open) return;
    open.open = false;
    open.querySelector("summary").focus();
  });

  async function copy(button) {
    const text = button.closest(".document").querySelector("pre");
    getSelection().selectAllChildren(text);
    try {
      if (navigator.clipboard) await navigator.clipboard.writeText(text.textContent);
      else document.execCommand("copy");
      button.textContent = "Copied";
    } catch {
      button.textContent = "Selected: press Ctrl+C";
    }
  }

  listen();
})();
