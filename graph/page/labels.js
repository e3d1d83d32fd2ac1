"use strict";
// Names that can be read at any scale: as many as there is room for, the weightiest first, none upon another.
const labelPainter = (network, looks, ranks, face) => {
  const LEAST = 11; // pixels of the window
  const PAPER = "#fcfcfa";
  const CELL = 60;
  const PAD = 2;
  const LINE = 1.2;
  const ACROSS = [0.5, 0.25, 0.75], DOWN = [0.5, 1, 0, 1.4, -0.4]; // where the middle of a box may lie in it
  const MANY = 400; // nodes in sight, among which marks are dots and names would cover them
  const SHARE = 0.2, SHARE_OF_MANY = 0.08; // of the window that names, and boxes, larger than their own size may take
  const order = [...looks.keys()].sort((a, b) => ranks.get(a) - ranks.get(b));
  const lines = new Map([...looks].map(([id, look]) => [id, look.label.split("\n")]));
  const widths = new Map();
  let painted = [];

  const widthOf = (pen, id) => {
    if (!widths.has(id)) {
      pen.font = `${ranks.get(id) === -Infinity ? "bold " : ""}100px ${face}`;
      widths.set(id, Math.max(...lines.get(id).map((line) => pen.measureText(line).width)) / 100);
    }
    return widths.get(id);
  };
  const space = () => {
    const cells = new Map();
    const cellsOf = (box) => {
      const found = [];
      for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x += 1) {
        for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y += 1) { found.push(`${x},${y}`); }
      }
      return found;
    };
    const overlaps = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    return {
      take(box) { cellsOf(box).forEach((cell) => { cells.set(cell, [...(cells.get(cell) ?? []), box]); }); },
      free: (box) => !cellsOf(box).some((cell) => (cells.get(cell) ?? []).some((other) => overlaps(box, other))),
    };
  };

  // Where a name may stand in the window: in its box, or somewhat beside; below its mark, else above it or beside it.
  const places = (pen, id, scale) => {
    const look = looks.get(id);
    const { x, y } = network.canvasToDOM(network.getPosition(id));
    const size = Math.max(LEAST, look.font.size * scale);
    const boxed = look.shape === "box";
    const margin = boxed ? 0.45 * size : PAD;
    const wide = widthOf(pen, id) * size + 2 * margin;
    const high = lines.get(id).length * size * LINE + 2 * margin;
    const spot = (left, top) => ({ id, look, size, boxed, left, top, right: left + wide, bottom: top + high });
    if (boxed) { return ACROSS.flatMap((part) => DOWN.map((share) => spot(x - wide * part, y - high * share))); }
    const mark = markSize(look, scale);
    return [spot(x - wide / 2, y + mark), spot(x - wide / 2, y - mark - high), spot(x + mark, y - high / 2), spot(x - mark - wide, y - high / 2)];
  };
  const markSize = (look, scale) => look.size * scale + 1;
  const mark = (id, scale) => {
    const { x, y } = network.canvasToDOM(network.getPosition(id));
    const size = markSize(looks.get(id), scale) - 0.5;
    return { left: x - size, right: x + size, top: y - size, bottom: y + size };
  };
  const write = (pen, spot) => {
    const { look, size, boxed } = spot;
    if (boxed) {
      pen.fillStyle = look.color.background;
      pen.strokeStyle = look.color.border;
      pen.lineWidth = 1;
      pen.fillRect(spot.left, spot.top, spot.right - spot.left, spot.bottom - spot.top);
      pen.strokeRect(spot.left, spot.top, spot.right - spot.left, spot.bottom - spot.top);
    }
    pen.font = `${ranks.get(spot.id) === -Infinity ? "bold " : ""}${size}px ${face}`;
    pen.lineWidth = 4;
    pen.strokeStyle = PAPER;
    pen.fillStyle = look.font.color;
    const middle = (spot.left + spot.right) / 2;
    const step = size * LINE;
    const first = (spot.top + spot.bottom - (lines.get(spot.id).length - 1) * step) / 2;
    lines.get(spot.id).forEach((line, number) => {
      if (!boxed) { pen.strokeText(line, middle, first + number * step); }
      pen.fillText(line, middle, first + number * step);
    });
  };

  // `lit` is null, or the nodes whose names come first; the others' are left out.
  const paint = (pen, shown, lit) => {
    const scale = network.getScale();
    const { clientWidth: width, clientHeight: height } = pen.canvas;
    const ratio = pen.canvas.width / width;
    const room = space();
    painted = [];
    pen.save();
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.lineJoin = "round";
    const inside = (box) => box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
    const wanted = order.filter((id) => shown.has(id) && (lit === null || lit.has(id)));
    const marks = space();
    const many = wanted.length > MANY;
    const left = (many ? SHARE_OF_MANY : SHARE) * width * height;
    const budget = { box: left, name: left };
    if (!many) { wanted.filter((id) => looks.get(id).shape !== "box").forEach((id) => { marks.take(mark(id, scale)); }); }
    for (const id of wanted) {
      const spot = places(pen, id, scale).find((box) => inside(box) && room.free(box) && (box.boxed || marks.free(box)));
      if (!spot) { continue; }
      if (spot.size > spot.look.font.size * scale) {
        const kind = spot.boxed ? "box" : "name";
        budget[kind] -= (spot.right - spot.left) * (spot.bottom - spot.top);
        if (budget[kind] < 0) { continue; }
      }
      room.take(spot);
      painted.push(spot);
    }
    painted.filter((spot) => !spot.boxed || spot.look.font.size * scale < LEAST).forEach((spot) => write(pen, spot));
    pen.restore();
  };
  const at = ({ x, y }) => painted.find((spot) => x > spot.left && x < spot.right && y > spot.top && y < spot.bottom)?.id;
  return { paint, at };
};
