// Text from minutes reaches the page through textContent and the canvas only, never as markup.
(() => {
  const PAPER = "252, 252, 250";
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const element = (id) => document.getElementById(id);
  const facts = read("facts");
  const texts = facts.texts;
  const settings = read("settings");
  const look = new Map(read("nodes").map((node) => [node.id, node]));
  // Names below marks are written by the painter of labels; the library writes those in boxes.
  const nodes = new vis.DataSet([...look.values()].map((node) => (node.shape === "box" ? node : { ...node, label: undefined })));
  const edges = new vis.DataSet(read("edges"));
  const picture = element("picture");
  const panel = element("panel");
  const search = element("search");
  const matches = element("matches");
  if (look.size === 0) { return; }

  const network = new vis.Network(picture, { nodes, edges }, settings);
  // vis-network puts its frame first in the order of tabs (900); here it follows the page's order.
  const frame = picture.querySelector(".vis-network");
  frame.tabIndex = 0;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const whole = () => {
    network.fit({ maxZoomLevel: 1.25, animation: false });
    network.moveTo({ scale: network.getScale() * 0.95 });
  };

  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(/ø/g, "o").replace(/æ/g, "ae").replace(/ß/g, "ss");
  const index = Object.entries(facts.nodes).map(([id, node]) => ({ id, node, words: fold(`${node.name} ${node.hint}`) }))
    .sort((a, b) => a.node.name.localeCompare(b.node.name, document.documentElement.lang));

  const tiesOf = new Map([...look.keys()].map((id) => [id, []]));
  for (const [id, edge] of Object.entries(facts.edges)) {
    tiesOf.get(edge.from).push({ id, other: edge.to, edge });
    tiesOf.get(edge.to).push({ id, other: edge.from, edge });
  }

  // --- filters -------------------------------------------------------------------------------------------------
  const boxes = [...document.querySelectorAll("#legend input")];
  const off = (name) => new Set(boxes.filter((box) => !box.checked && name in box.dataset).map((box) => box.dataset[name]));
  const shown = new Set(look.keys());
  const seen = new Set(Object.keys(facts.edges));
  const filter = () => {
    const without = facts.filters.map((name) => [name, off(name)]).filter(([, values]) => values.size);
    const changed = [];
    for (const [id, node] of Object.entries(facts.nodes)) {
      const hidden = without.some(([name, values]) => name in node.values && values.has(node.values[name]));
      if (hidden === shown.has(id)) { changed.push({ id, hidden }); }
      if (hidden) { shown.delete(id); } else { shown.add(id); }
    }
    nodes.update(changed);
    const without_ends = (edge) => !(shown.has(edge.from) && shown.has(edge.to));
    edges.update(Object.entries(facts.edges).filter(([id, edge]) => without_ends(edge) === seen.has(id)).map(([id, edge]) => {
      const hidden = without_ends(edge);
      if (hidden) { seen.delete(id); } else { seen.add(id); }
      return { id, hidden };
    }));
    if (chosen !== null && !shown.has(chosen)) { leave(); }
  };

  // --- the chosen node -----------------------------------------------------------------------------------------
  let chosen = null;
  let lit = null;
  const order = Object.fromEntries(facts.kinds.map((kind, place) => [kind, place]));
  const rank = (node) => (node.id === facts.about ? -Infinity : order[facts.nodes[node.id].kind] * 1e6 - tiesOf.get(node.id).length);
  const labels = labelPainter(network, look, new Map([...look.values()].map((node) => [node.id, rank(node)])), settings.nodes.font.face);
  // What is not lit is veiled, not repainted node by node: that takes the same time in a network of any size.
  network.on("afterDrawing", (pen) => {
    if (lit !== null) {
      pen.save();
      pen.setTransform(1, 0, 0, 1, 0, 0);
      pen.fillStyle = `rgba(${PAPER}, .85)`;
      pen.fillRect(0, 0, pen.canvas.width, pen.canvas.height);
      pen.restore();
      const mine = tiesOf.get(chosen).filter((tie) => seen.has(tie.id)).map((tie) => network.body.edges[tie.id]);
      mine.forEach((line) => { line.draw(pen); line.drawArrows(pen); });
      lit.forEach((id) => { if (shown.has(id)) { network.body.nodes[id].draw(pen); } });
    }
    labels.paint(pen, shown, lit);
  });

  const make = (tag, text, className) => {
    const made = document.createElement(tag);
    if (text !== undefined) { made.textContent = text; }
    if (className) { made.className = className; }
    return made;
  };
  const described = (node) => [texts.kinds[node.kind], node.hint].filter(Boolean).join(" · ");
  const list = (pairs) => {
    const made = make("dl");
    for (const [label, value] of pairs) { made.append(make("dt", label), make("dd", value)); }
    return made;
  };
  const proofs = ({ quotes, more }, open) => {
    if (!quotes.length) { return []; }
    const proof = make("details");
    proof.open = open;
    proof.append(make("summary", texts.evidence));
    for (const quote of quotes) {
      const block = make("blockquote", quote.text);
      block.append(make("footer", quote.source));
      proof.append(block);
    }
    if (more) { proof.append(make("p", more, "relation")); }
    return [proof];
  };
  const tieView = ({ other, edge }) => {
    const made = make("section", undefined, "tie");
    const name = make("button", facts.nodes[other].name);
    name.type = "button";
    name.addEventListener("click", () => choose(other));
    made.append(name);
    const seen = texts.relations[edge.relation][edge.to === other ? 0 : 1];
    made.append(make("p", [seen, described(facts.nodes[other])].filter(Boolean).join(" · "), "relation"), list(edge.facts));
    made.append(...proofs(edge, tiesOf.get(chosen).length <= 6));
    return made;
  };
  const show = (id) => {
    const node = facts.nodes[id];
    element("panel-kind").textContent = texts.kinds[node.kind];
    element("panel-name").textContent = node.name;
    element("panel-facts").replaceChildren(...list(node.facts).childNodes);
    element("panel-proof").replaceChildren(...proofs(node, true));
    const ties = [...tiesOf.get(id)].sort((a, b) => order[facts.nodes[a.other].kind] - order[facts.nodes[b.other].kind]
      || facts.nodes[a.other].name.localeCompare(facts.nodes[b.other].name, document.documentElement.lang));
    element("panel-ties").replaceChildren(...ties.map(tieView));
    element("panel-iri").textContent = node.iri;
    panel.hidden = false;
    panel.scrollTop = 0;
  };
  // The scale at which a node and all it is tied to are in view, as long as labels stay readable.
  const roomFor = (id, width, height) => {
    const middle = network.getPosition(id);
    const spots = Object.values(network.getPositions(tiesOf.get(id).map((tie) => tie.other)));
    const far = (axis) => Math.max(1, ...spots.map((spot) => Math.abs(spot[axis] - middle[axis])));
    return Math.min(1, Math.max(0.75, Math.min(width / 2 / (far("x") + 100), height / 2 / (far("y") + 60))));
  };
  const choose = (id, { move = true } = {}) => {
    chosen = id;
    search.value = "";
    show(id);
    lit = new Set([id, ...tiesOf.get(id).map((tie) => tie.other)]);
    network.selectNodes([id]);
    // The panel lies over the picture, which keeps its size and scale; what it would cover is moved beside it.
    const covered = panel.getBoundingClientRect();
    const seen = picture.getBoundingClientRect();
    const place = network.canvasToDOM(network.getPosition(id));
    if (move || (place.x + seen.left > covered.left - 40 && place.y + seen.top > covered.top - 40)) {
      const beside = covered.width < seen.width;
      network.focus(id, {
        scale: move ? roomFor(id, beside ? seen.width - covered.width : seen.width,
          beside ? seen.height : seen.height - covered.height) : network.getScale(),
        offset: { x: beside ? -covered.width / 2 : 0, y: beside ? 0 : -covered.height / 2 },
        animation: still ? false : { duration: 300 },
      });
    }
    if (move) { panel.focus(); }
  };
  const leave = () => {
    if (chosen === null) { return; }
    chosen = lit = null;
    search.value = "";
    panel.hidden = true;
    network.unselectAll();
  };
  network.on("click", ({ nodes: [node], edges: [edge], pointer }) => {
    const named = node ?? labels.at(pointer.DOM);
    if (named !== undefined) { choose(named, { move: false }); }
    else if (edge !== undefined) { choose(facts.edges[edge].from, { move: false }); }
    else { leave(); }
  });

  // --- search --------------------------------------------------------------------------------------------------
  let found = [];
  let current = -1;
  const close = () => {
    matches.hidden = true;
    search.setAttribute("aria-expanded", "false");
    search.removeAttribute("aria-activedescendant");
    current = -1;
  };
  const mark = (number) => {
    current = number;
    [...matches.children].forEach((row, place) => {
      row.setAttribute("aria-selected", String(place === number));
      if (place === number) { row.scrollIntoView({ block: "nearest" }); }
    });
    search.setAttribute("aria-activedescendant", `match-${number}`);
  };
  const pick = (number) => {
    const id = found[number].id;
    const name = found[number].node.name;
    close();
    if (!shown.has(id)) { boxes.forEach((box) => { box.checked = true; }); filter(); }
    choose(id);
    search.value = name;
  };
  const look_up = () => {
    const words = fold(search.value).split(/\s+/).filter(Boolean);
    found = index.filter((entry) => words.every((word) => entry.words.includes(word)));
    matches.replaceChildren(...found.slice(0, 200).map((entry, number) => {
      const row = make("li", entry.node.name);
      row.id = `match-${number}`;
      row.setAttribute("role", "option");
      row.append(make("small", described(entry.node)));
      row.addEventListener("mousedown", (event) => { event.preventDefault(); pick(number); });
      return row;
    }));
    if (!found.length) { matches.append(make("li", texts.no_match, "none")); }
    element("status").textContent = found.length ? texts.matches[found.length === 1 ? 0 : 1].replace("{count}", found.length) : texts.no_match;
    matches.hidden = false;
    search.setAttribute("aria-expanded", "true");
    if (found.length) { mark(0); } else { current = -1; search.removeAttribute("aria-activedescendant"); }
  };
  search.addEventListener("input", () => { if (search.value.trim()) { look_up(); } else { close(); } });
  search.addEventListener("blur", close);
  search.addEventListener("keydown", (event) => {
    const last = Math.min(found.length, 200) - 1;
    if (event.key === "ArrowDown") {
      event.preventDefault();
      if (matches.hidden) { look_up(); } else if (last >= 0) { mark(Math.min(current + 1, last)); }
    } else if (event.key === "ArrowUp") {
      event.preventDefault();
      if (!matches.hidden && last >= 0) { mark(Math.max(current - 1, 0)); }
    } else if (event.key === "Enter" && !matches.hidden && current >= 0) {
      event.preventDefault();
      pick(current);
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      if (matches.hidden && !search.value) { leave(); }
      search.value = "";
      close();
    }
  });

  // --- the rest ------------------------------------------------------------------------------------------------
  const back = () => { const inside = panel.contains(document.activeElement); leave(); if (inside) { search.focus(); } };
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") { back(); } });
  element("close").addEventListener("click", back);
  element("whole").addEventListener("click", () => { leave(); whole(); });
  boxes.forEach((box) => box.addEventListener("change", filter));
  if (boxes.some((box) => !box.checked)) { filter(); }
  whole();
})();
