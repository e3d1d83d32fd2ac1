"use strict";
// Search in the names of all things; the index is fetched when somebody first types.
(() => {
  const box = document.getElementById("search");
  const list = document.getElementById("matches");
  const { root, language } = document.body.dataset;
  const SHOWN = 20;
  let index = null;
  let chosen = -1;

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  const load = async () => {
    if (index === null) {
      const answer = await fetch(`${root}search-index.json`);
      index = (await answer.json()).map(([name, path, kind]) => ({ name, path, kind, key: fold(name) }));
    }
    return index;
  };

  const choose = (place) => {
    const entries = [...list.querySelectorAll("[role=option]")];
    chosen = entries.length ? (place + entries.length) % entries.length : -1;
    entries.forEach((entry, at) => entry.setAttribute("aria-selected", String(at === chosen)));
    if (chosen >= 0) {
      box.setAttribute("aria-activedescendant", entries[chosen].id);
      entries[chosen].scrollIntoView({ block: "nearest" });
    } else {
      box.removeAttribute("aria-activedescendant");
    }
  };

  const show = (found) => {
    list.replaceChildren(...found.map((entry, at) => {
      const line = document.createElement("li");
      line.id = `match-${at}`;
      line.setAttribute("role", "option");
      line.dataset.path = entry.path;
      line.append(entry.name);
      const kind = document.createElement("small");
      kind.textContent = entry.kind[language === "sv" ? 0 : 1];
      line.append(kind);
      return line;
    }));
    if (!found.length) {
      const none = document.createElement("li");
      none.textContent = box.dataset.none;
      list.append(none);
    }
    list.hidden = false;
    box.setAttribute("aria-expanded", "true");
    choose(found.length ? 0 : -1);
  };

  const close = () => {
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
  };

  const go = (path) => { location.href = `${root}${path}.${language}.html`; };

  box.addEventListener("input", async () => {
    const wanted = fold(box.value.trim());
    if (!wanted) {
      close();
      return;
    }
    const all = await load();
    const starts = all.filter((entry) => entry.key.startsWith(wanted));
    const within = all.filter((entry) => !entry.key.startsWith(wanted) && entry.key.includes(wanted));
    show([...starts, ...within].slice(0, SHOWN));
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && chosen >= 0) go(list.querySelectorAll("[role=option]")[chosen].dataset.path);
    else return;
    event.preventDefault();
  });
  list.addEventListener("click", (event) => {
    const line = event.target.closest("[role=option]");
    if (line) go(line.dataset.path);
  });
  document.addEventListener("click", (event) => { if (!event.target.closest(".finder")) close(); });
})();
