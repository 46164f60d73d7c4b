const LEFT = 104;
const AXIS = 26;
const COMMANDS = 30;
const LOAD = 46;
const LANE = data.lanes.length > 40 ? 22 : 38;
const FONT = '12px system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif';
const LABEL_FROM = 44;
const NEAR = 5;

/** A fill that tells how a task ended, to those who see colours and to those who do not. */
function fill(context, verdict, scale) {
  const look = LOOKS[verdict];
  const base = css(look.color);
  if (look.texture === "plain" && !look.loading) {
    return base;
  }
  const tile = document.createElement("canvas");
  const size = 8;
  tile.width = size * scale;
  tile.height = size * scale;
  const ink = tile.getContext("2d");
  ink.scale(scale, scale);
  ink.fillStyle = base;
  ink.fillRect(0, 0, size, size);
  ink.strokeStyle = css("card");
  ink.fillStyle = css("card");
  ink.lineWidth = 1.6;
  ink.beginPath();
  if (look.texture === "slash" || look.texture === "cross") {
    ink.moveTo(-2, 2); ink.lineTo(2, -2); ink.moveTo(0, 8); ink.lineTo(8, 0); ink.moveTo(6, 10); ink.lineTo(10, 6);
  }
  if (look.texture === "cross") {
    ink.moveTo(0, 0); ink.lineTo(8, 8);
  }
  if (look.texture === "rows") {
    ink.moveTo(0, 2); ink.lineTo(8, 2); ink.moveTo(0, 6); ink.lineTo(8, 6);
  }
  ink.stroke();
  if (look.texture === "dots") {
    ink.beginPath(); ink.arc(2, 2, 1.3, 0, 7); ink.fill(); ink.beginPath(); ink.arc(6, 6, 1.3, 0, 7); ink.fill();
  }
  const pattern = context.createPattern(tile, "repeat");
  pattern.setTransform(new DOMMatrix().scale(1 / scale));
  return pattern;
}

function legend() {
  const totals = new Map();
  data.commands.forEach((command) => Object.entries(command.counts).forEach(([verdict, count]) =>
    totals.set(Number(verdict), (totals.get(Number(verdict)) || 0) + count)));
  byId("legend").replaceChildren();
  [...totals.keys()].sort((a, b) => a - b).forEach((verdict) => {
    const scale = window.devicePixelRatio || 1;
    const swatch = element("canvas", { width: 22 * scale, height: 14 * scale, "aria-hidden": "true" });
    const ink = swatch.getContext("2d");
    ink.scale(scale, scale);
    ink.fillStyle = fill(ink, verdict, scale);
    ink.fillRect(0, 0, 22, 14);
    frame(ink, verdict, 0, 0, 22, 14);
    byId("legend").append(element("span", { "data-verdict": data.verdicts[verdict] }, swatch,
      data.verdicts[verdict] + " " + counted(totals.get(verdict))));
  });
  byId("legend").append(element("span", { class: "quiet" }, "▲ joined  ✕ died or replaced"));
}

/** What failed while it was loaded is framed. */
function frame(ink, verdict, x, y, width, height) {
  if (LOOKS[verdict].loading) {
    ink.strokeStyle = css("ink");
    ink.lineWidth = 2;
    ink.strokeRect(x + 1, y + 1, Math.max(0, width - 2), height - 2);
  }
}

function timeline() {
  const canvas = byId("timeline");
  const whole = Math.max(1, data.end * 1.01);
  const view = { from: 0, to: whole };
  const height = AXIS + COMMANDS + LOAD + data.lanes.length * LANE + 8;
  let width = 0;
  let selection = null;
  const pieces = sum(data.lanes, (lane) => lane.pieces.length);
  canvas.dataset.pieces = pieces;
  canvas.setAttribute("aria-label", "Timeline of " + many(data.lanes.length, "Spoke", "Spokes") + "; the tables below say the same.");
  const x = (us) => LEFT + ((us - view.from) / (view.to - view.from)) * (width - LEFT);
  const at = (px) => view.from + ((px - LEFT) / (width - LEFT)) * (view.to - view.from);

  function ticks() {
    const rough = (view.to - view.from) / Math.max(2, (width - LEFT) / 110);
    const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
    const step = Math.max(1, [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough));
    const found = [];
    for (let us = Math.ceil(view.from / step) * step; us <= view.to; us += step) {
      found.push(us);
    }
    return [found, step];
  }

  function tick(us, step) {
    const unit = data.end < 2e3 ? ["µs", 1] : data.end < 2e6 ? ["ms", 1e3] : ["s", 1e6];
    const digits = Math.max(0, Math.ceil(Math.log10(unit[1] / step) - 1e-9));
    return (us / unit[1]).toFixed(Math.min(6, digits)) + " " + unit[0];
  }

  /** How many Spokes were busy, in each stretch of a few pixels. */
  function load() {
    const stretches = Math.max(1, Math.floor((width - LEFT) / 3));
    const sums = new Float64Array(stretches);
    const length = (view.to - view.from) / stretches;
    data.lanes.forEach((lane) => lane.pieces.forEach((piece) => {
      const share = piece[3] < 0 && piece[1] > 0 ? piece[5] / piece[1] : 1;
      const last = Math.min(stretches - 1, Math.floor((piece[0] + piece[1] - view.from) / length));
      for (let i = Math.max(0, Math.floor((piece[0] - view.from) / length)); i <= last; i++) {
        const from = Math.max(piece[0], view.from + i * length);
        const to = Math.min(piece[0] + piece[1], view.from + (i + 1) * length);
        sums[i] += (share * Math.max(0, to - from)) / length;
      }
    }));
    return sums;
  }

  function draw() {
    const scale = window.devicePixelRatio || 1;
    width = canvas.clientWidth;
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.style.height = height + "px";
    const ink = canvas.getContext("2d");
    ink.setTransform(scale, 0, 0, scale, 0, 0);
    ink.clearRect(0, 0, width, height);
    ink.font = FONT;
    ink.textBaseline = "middle";
    const colors = { ink: css("ink"), quiet: css("quiet"), line: css("line"), faint: css("faint"), accent: css("accent"), warn: css("warn"), card: css("card"), band: css("band") };
    const fills = LOOKS.map((look, verdict) => fill(ink, verdict, scale));
    drawAxis(ink, colors);
    ink.save();
    ink.beginPath();
    ink.rect(LEFT - 6, 0, width - LEFT + 6, height);
    ink.clip();
    drawCommands(ink, colors);
    drawLoad(ink, colors);
    let drawn = 0;
    data.lanes.forEach((lane, i) => { drawn += drawLane(ink, colors, fills, lane, AXIS + COMMANDS + LOAD + i * LANE); });
    if (selection) {
      ink.fillStyle = colors.accent;
      ink.globalAlpha = 0.18;
      ink.fillRect(Math.min(selection.from, selection.to), AXIS, Math.abs(selection.to - selection.from), height - AXIS);
      ink.globalAlpha = 1;
    }
    ink.restore();
    canvas.dataset.drawn = drawn;
    canvas.dataset.view = Math.round(view.from) + "," + Math.round(view.to);
  }

  function drawAxis(ink, colors) {
    const [found, step] = ticks();
    ink.textAlign = "center";
    found.forEach((us) => {
      ink.strokeStyle = colors.line;
      ink.lineWidth = 1;
      ink.beginPath();
      ink.moveTo(Math.round(x(us)) + 0.5, AXIS - 4);
      ink.lineTo(Math.round(x(us)) + 0.5, height);
      ink.stroke();
      const text = tick(us, step);
      const half = ink.measureText(text).width / 2;
      ink.fillStyle = colors.quiet;
      ink.fillText(text, Math.min(width - half, Math.max(LEFT + half, x(us))), 10);
    });
    ink.textAlign = "left";
    ink.fillStyle = colors.ink;
    ink.fillText("Commands", 0, AXIS + COMMANDS / 2);
    ink.fillText("Spokes busy", 0, AXIS + COMMANDS + LOAD / 2 - 2);
    data.lanes.forEach((lane, i) => ink.fillText("Spoke " + lane.slot, 0, AXIS + COMMANDS + LOAD + i * LANE + LANE / 2));
  }

  function drawCommands(ink, colors) {
    data.commands.forEach((command, i) => {
      const from = x(command.begin);
      const to = Math.max(from + 1, x(command.end));
      if (to < LEFT || from > width) {
        return;
      }
      ink.fillStyle = colors.band;
      if (i % 2 === 0) {
        ink.fillRect(from, AXIS + COMMANDS, to - from, height - AXIS - COMMANDS);
      }
      ink.fillStyle = colors.faint;
      ink.fillRect(from, AXIS + 5, to - from, COMMANDS - 10);
      ink.strokeStyle = command.state === "returned" ? colors.quiet : colors.warn;
      ink.lineWidth = 1;
      ink.strokeRect(from + 0.5, AXIS + 5.5, Math.max(0, to - from - 1), COMMANDS - 11);
      ink.fillStyle = colors.accent;
      ink.globalAlpha = 0.35;
      const first = x(command.begin + command.first);
      ink.fillRect(first, AXIS + 6, Math.max(0, x(command.begin + command.last) - first), COMMANDS - 12);
      ink.globalAlpha = 1;
      ink.fillStyle = colors.ink;
      inside(ink, "#" + command.number + " " + closure(command).replace(/^[\w.]*\.(?=[A-Z])/, ""), from, to, AXIS + COMMANDS / 2);
    });
  }

  /** Text that keeps to its bar, and to what can be seen of it. */
  function inside(ink, text, from, to, y) {
    const begin = Math.max(from, LEFT) + 5;
    const room = Math.min(to, width) - begin - 4;
    if (room < LABEL_FROM - 9) {
      return;
    }
    let shown = text;
    if (ink.measureText(text).width > room) {
      let keep = Math.floor((text.length * room) / ink.measureText(text).width);
      while (keep > 3 && ink.measureText(shortened(text, keep)).width > room) {
        keep--;
      }
      shown = keep > 3 ? shortened(text, keep) : "";
    }
    ink.fillText(shown, begin, y);
  }

  function drawLoad(ink, colors) {
    const sums = load();
    const most = Math.max(1, data.lanes.length);
    const top = AXIS + COMMANDS + 4;
    const room = LOAD - 10;
    ink.fillStyle = colors.accent;
    ink.globalAlpha = 0.5;
    ink.beginPath();
    ink.moveTo(LEFT, top + room);
    sums.forEach((busy, i) => {
      const y = top + room - (Math.min(most, busy) / most) * room;
      ink.lineTo(LEFT + (i * (width - LEFT)) / sums.length, y);
      ink.lineTo(LEFT + ((i + 1) * (width - LEFT)) / sums.length, y);
    });
    ink.lineTo(width, top + room);
    ink.fill();
    ink.globalAlpha = 1;
    ink.strokeStyle = colors.line;
    ink.strokeRect(LEFT + 0.5, top + 0.5, width - LEFT - 1, room - 1);
  }

  function drawLane(ink, colors, fills, lane, top) {
    const barTop = top + 5;
    const barHeight = LANE - 16;
    const strip = top + LANE - 8;
    lane.spokes.forEach((spoke) => {
      const from = x(Math.max(0, spoke.joined));
      const to = spoke.left < 0 ? x(whole) : x(spoke.left);
      if (spoke.joined >= 0) {
        ink.fillStyle = colors.quiet;
        ink.globalAlpha = 0.45;
        ink.fillRect(from, strip + 1, Math.max(1, to - from), 2);
        ink.globalAlpha = 1;
      }
    });
    const visible = lane.pieces.filter((piece) => piece[0] <= view.to && piece[0] + piece[1] >= view.from);
    /* What did not return is painted last, so that no neighbour hides it. */
    const inOrder = visible.filter((piece) => piece[3] <= RETURNED).concat(visible.filter((piece) => piece[3] > RETURNED));
    let painted = { to: -1, verdict: RETURNED };
    inOrder.forEach((piece) => {
      const from = Math.max(LEFT - 8, x(piece[0]));
      const to = Math.max(from + 1, x(piece[0] + piece[1]));
      const verdict = Math.max(0, piece[3]);
      if (verdict === RETURNED && painted.verdict === RETURNED && to <= painted.to) {
        return;
      }
      painted = { to, verdict };
      ink.fillStyle = fills[verdict];
      ink.globalAlpha = piece[3] < 0 ? 0.35 + 0.65 * (piece[1] > 0 ? piece[5] / piece[1] : 1) : 1;
      const gap = to - from > 4 ? 1 : 0;
      const wide = Math.max(verdict === RETURNED ? 1 : 3, to - from - gap);
      ink.fillRect(from, barTop, wide, barHeight);
      ink.globalAlpha = 1;
      frame(ink, verdict, from, barTop, wide, barHeight);
      if (to - from > LABEL_FROM && LANE > 30) {
        const label = piece[3] < 0 ? counted(piece[4]) + " tasks" : piece[5] || "";
        ink.fillStyle = "#fff";
        if (verdict === RETURNED) {
          inside(ink, label, from, to, barTop + barHeight / 2);
        } else {
          const room = Math.min(to, width) - Math.max(from, LEFT) - 8;
          const plate = Math.min(room, ink.measureText(label).width + 8);
          ink.fillStyle = colors.card;
          ink.fillRect(Math.max(from, LEFT) + 3, barTop + 3, plate, barHeight - 6);
          ink.fillStyle = colors.ink;
          inside(ink, label, from + 1, Math.max(from, LEFT) + 3 + plate + 4, barTop + barHeight / 2);
        }
      }
    });
    lane.spokes.forEach((spoke) => marks(ink, colors, spoke, strip));
    return visible.length;
  }

  function marks(ink, colors, spoke, y) {
    if (spoke.joined >= 0) {
      const px = x(spoke.joined);
      ink.fillStyle = colors.ink;
      ink.beginPath();
      ink.moveTo(px, y - 3);
      ink.lineTo(px + 5, y + 6);
      ink.lineTo(px - 5, y + 6);
      ink.fill();
    }
    if (spoke.left >= 0) {
      const px = x(spoke.left);
      ink.strokeStyle = colors.warn;
      ink.lineWidth = 2.5;
      ink.beginPath();
      ink.moveTo(px - 4, y - 3); ink.lineTo(px + 4, y + 6); ink.moveTo(px + 4, y - 3); ink.lineTo(px - 4, y + 6);
      ink.stroke();
    }
  }

  function zoom(from, to) {
    const length = Math.min(whole, Math.max(whole / 2e5, 10, to - from));
    view.from = Math.min(Math.max(0, from), whole - length);
    view.to = view.from + length;
    byId("tip").hidden = true;
    draw();
  }

  const around = (factor, middle) => zoom(middle - (middle - view.from) * factor, middle + (view.to - middle) * factor);
  const center = () => (view.from + view.to) / 2;
  const move = (share) => zoom(view.from + share * (view.to - view.from), view.to + share * (view.to - view.from));

  /** What is under the pointer, in words. */
  function found(px, py) {
    const us = at(px);
    const slack = ((view.to - view.from) / Math.max(1, width - LEFT)) * NEAR;
    if (px < LEFT) {
      return null;
    }
    if (py >= AXIS && py < AXIS + COMMANDS) {
      const command = data.commands.find((one) => us >= one.begin && us <= one.end);
      return command && ["#" + command.number + " " + closure(command), command.management,
        many(command.tasks, "task", "tasks") + " in " + time(command.end - command.begin),
        "first task after " + time(command.first), "parallel efficiency " + percent(command.efficiency)];
    }
    const lane = data.lanes[Math.floor((py - AXIS - COMMANDS - LOAD) / LANE)];
    if (!lane || py < AXIS + COMMANDS + LOAD) {
      return null;
    }
    const low = (py - AXIS - COMMANDS - LOAD) % LANE > LANE - 13;
    const spoke = low && lane.spokes.find((one) => Math.abs(one.left - us) < slack || Math.abs(one.joined - us) < slack);
    if (spoke) {
      return Math.abs(spoke.left - us) < slack
        ? [spoke.name + " left at " + time(spoke.left), spoke.reason]
        : [spoke.name + " joined at " + time(spoke.joined), "on " + lane.host];
    }
    const piece = lane.pieces.find((one) => us >= one[0] - slack / NEAR && us <= one[0] + one[1] + slack / NEAR);
    if (!piece) {
      return null;
    }
    const where = "command " + commandName(piece[2]) + ", begin " + time(piece[0]);
    return piece[3] < 0
      ? [counted(piece[4]) + " tasks, all returned", where, time(piece[5]) + " of work in " + time(piece[1])]
      : [piece[5] || "task " + piece[4], data.verdicts[piece[3]] + " after " + time(piece[1]), where + ", task " + piece[4]];
  }

  function tip(event) {
    const words = found(event.offsetX, event.offsetY);
    const box = byId("tip");
    box.hidden = !words;
    if (words) {
      box.replaceChildren(element("b", {}, words[0]), ...words.slice(1).filter((text) => text).map((text) => element("div", {}, text)));
      box.style.left = Math.max(0, Math.min(event.offsetX + 14, width - box.offsetWidth - 4)) + "px";
      box.style.top = event.offsetY + 18 + "px";
    }
  }

  canvas.addEventListener("pointerdown", (event) => {
    if (event.offsetX > LEFT) {
      canvas.setPointerCapture(event.pointerId);
      selection = { from: event.offsetX, to: event.offsetX, moving: event.shiftKey, view: { ...view } };
    }
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!selection) {
      tip(event);
    } else if (selection.moving) {
      const shift = ((selection.from - event.offsetX) / (width - LEFT)) * (view.to - view.from);
      zoom(selection.view.from + shift, selection.view.to + shift);
    } else {
      selection.to = Math.max(LEFT, event.offsetX);
      draw();
    }
  });
  canvas.addEventListener("pointerup", () => {
    const chosen = selection;
    selection = null;
    if (chosen && !chosen.moving && Math.abs(chosen.to - chosen.from) > NEAR) {
      zoom(at(Math.min(chosen.from, chosen.to)), at(Math.max(chosen.from, chosen.to)));
    } else if (chosen) {
      draw();
    }
  });
  canvas.addEventListener("pointerleave", () => { byId("tip").hidden = true; });
  canvas.addEventListener("dblclick", () => zoom(0, whole));
  canvas.addEventListener("wheel", (event) => {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      around(event.deltaY < 0 ? 0.8 : 1.25, at(Math.max(LEFT, event.offsetX)));
    }
  }, { passive: false });
  canvas.addEventListener("keydown", (event) => {
    const does = {
      "+": () => around(0.6, center()), "-": () => around(1.6, center()), 0: () => zoom(0, whole),
      ArrowLeft: () => move(-0.2), ArrowRight: () => move(0.2),
    }[event.key];
    if (does) {
      event.preventDefault();
      does();
    }
  });
  byId("zoom-in").addEventListener("click", () => around(0.6, center()));
  byId("zoom-out").addEventListener("click", () => around(1.6, center()));
  byId("zoom-all").addEventListener("click", () => zoom(0, whole));
  const again = () => { legend(); draw(); };
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  new ResizeObserver(draw).observe(canvas.parentElement);
  again();
}
