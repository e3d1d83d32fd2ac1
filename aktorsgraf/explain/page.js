"use strict";
(() => {
  const text = document.getElementById("text"), status = document.getElementById("status");
  const words = text.dataset, length = Number(words.length);
  const spans = [...text.querySelectorAll("[data-s]")];
  const starts = spans.map(span => Number(span.dataset.s));
  const buttons = [...document.querySelectorAll("#facts button")];
  const places = buttons.map(button => button.dataset.e.split(" ").filter(Boolean).map(one => one.split("-").map(Number)));
  const facts = spans.map(() => []);
  let here = -1;

  // spans are cut where evidence begins and ends, so that whole spans are exactly the characters of a fact
  function at(offset) {
    let low = 0, high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= offset) low = middle + 1; else high = middle;
    }
    return low - 1;
  }
  function covered([start, end]) {
    const found = [];
    for (let k = at(start); k >= 0 && k < spans.length && starts[k] < end; k++) found.push(k);
    return found;
  }
  places.forEach((evidence, number) => evidence.forEach(place => covered(place).forEach(k => facts[k].push(number))));
  facts.forEach((numbers, k) => { if (numbers.length) spans[k].classList.add("fact"); });

  function clear(name) {
    document.querySelectorAll("." + name).forEach(element => element.classList.remove(name));
  }
  function go(k) {
    clear("here");
    here = k;
    spans[k].classList.add("here");
    spans[k].scrollIntoView({ block: "center" });
  }
  function choose(number) {
    clear("on");
    buttons.forEach(button => button.removeAttribute("aria-current"));
    buttons[number].setAttribute("aria-current", "true");
    const evidence = places[number];
    evidence.forEach(place => covered(place).forEach(k => spans[k].classList.add("on")));
    if (evidence.length) go(at(evidence[0][0]));
    status.textContent = evidence.length ? words.characters + evidence.map(place => place.join("–")).join(", ") : words.noplace;
  }
  function tell(k) {
    clear("hit");
    go(k);
    const numbers = facts[k].filter(number => !buttons[number].parentElement.hidden);
    const rule = document.querySelector(`[data-r="${spans[k].classList[1]}"] .rule`);
    const name = rule ? rule.textContent + " · " : "";
    if (!numbers.length) {
      clear("on");
      status.textContent = name + words.nofacts;
      return;
    }
    numbers.forEach(number => buttons[number].classList.add("hit"));
    choose(numbers[0]);
    go(k);
    buttons[numbers[0]].scrollIntoView({ block: "nearest" });
    status.textContent = name + words.here + numbers.length;
  }
  function step(wanted, direction) {
    for (let turn = 1, k = here; turn <= spans.length; turn++) {
      k = (k + direction + spans.length) % spans.length;
      if (wanted(k)) { go(k); return true; }
    }
    return false;
  }
  const unread = k => spans[k].classList.contains("unread");
  function nextUnread() {
    if (!step(unread, 1)) status.textContent = words.none;
    else status.textContent = words.characters + starts[here] + "–" + (here + 1 < starts.length ? starts[here + 1] : length);
  }

  text.addEventListener("click", event => {
    const span = event.target.closest("[data-s]");
    if (span) tell(spans.indexOf(span));
  });
  text.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowRight") step(k => facts[k].length, 1);
    else if (event.key === "ArrowLeft") step(k => facts[k].length, here < 0 ? spans.length - 1 : -1);
    else if (event.key === "Enter" && here >= 0) tell(here);
    else if (event.key === "u" || event.key === "U") nextUnread();
    else return;
    event.preventDefault();
  });
  document.getElementById("next").addEventListener("click", nextUnread);
  document.getElementById("facts").addEventListener("click", event => {
    const button = event.target.closest("button");
    if (button) { clear("hit"); choose(buttons.indexOf(button)); }
  });
  document.getElementById("facts").addEventListener("keydown", event => {
    const direction = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!direction) return;
    const shown = buttons.filter(button => !button.parentElement.hidden);
    const next = shown[shown.indexOf(document.activeElement) + direction];
    if (next) next.focus();
    event.preventDefault();
  });
  document.querySelectorAll("[data-r]").forEach(button => button.addEventListener("click", () => {
    step(k => spans[k].classList.contains(button.dataset.r), 1);
  }));
  document.getElementById("family").addEventListener("change", event => {
    for (const row of document.querySelectorAll("#facts li")) row.hidden = event.target.value !== "" && row.dataset.family !== event.target.value;
    for (const list of document.querySelectorAll("#facts section")) list.hidden = !list.querySelector("li:not([hidden])");
  });
})();
