const SVG = "http://www.w3.org/2000/svg";
const NODE_WIDTH = 170;
const NODE_HEIGHT = 24;
const COLUMN = 240;
const ROW = 34;
const MARGIN = 16;
const MOST_LETTERS = 21;
const MOST_STEPS = 60;

function svg(tag, attributes, ...children) {
  const made = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
  made.append(...children);
  return made;
}

function dags() {
  data.commands.filter((command) => command.dag && command.dag.tasks > 0).forEach((command) => {
    const dag = command.dag;
    const wall = command.end - command.begin;
    const parallelism = dag.length > 0 ? command.busy / dag.length : 0;
    const card = element("div", { class: "card" },
      element("h2", {}, "The DAG of command " + command.number + ", " + closure(command)),
      element("p", { class: "quiet" },
        many(dag.tasks, "task", "tasks") + ", " + many(dag.edges, "dependency", "dependencies") + ". The critical path, "
        + many(dag.steps, "task", "tasks") + " each of which needs the one before, took " + time(dag.length) + " of work, "
        + percent(wall > 0 ? Math.min(1, dag.length / wall) : 0) + " of the wall time: with any number of Spokes, the command takes no less. "
        + "Work per critical path: " + parallelism.toFixed(1) + ", the most Spokes that can be busy on average."));
    if (dag.layers) {
      card.append(drawing(dag));
    }
    card.append(element("h3", {}, "The critical path"), path(dag));
    byId("dags").append(card);
  });
}

/** A drawing in layers, from left to right. */
function drawing(dag) {
  const tallest = Math.max(...dag.layers.map((layer) => layer.length));
  const height = 2 * MARGIN + tallest * ROW;
  const width = 2 * MARGIN + (dag.layers.length - 1) * COLUMN + NODE_WIDTH;
  const critical = new Set(dag.path.map((task) => task.task));
  const next = new Map(dag.path.slice(1).map((task, i) => [task.task, dag.path[i].task]));
  const places = new Map();
  dag.layers.forEach((layer, column) => {
    const top = (height - layer.length * ROW) / 2;
    layer.forEach((task, i) => places.set(task.task, { x: MARGIN + column * COLUMN, y: top + i * ROW + ROW / 2 }));
  });
  const edges = svg("g", {});
  const critically = svg("g", {});
  const nodes = svg("g", {});
  dag.layers.flat().forEach((task) => {
    const to = places.get(task.task);
    task.needs.forEach((needed) => {
      const from = places.get(needed);
      const on = next.get(task.task) === needed;
      const x = from.x + NODE_WIDTH;
      const middle = (x + to.x) / 2;
      (on ? critically : edges).append(svg("path", {
        class: on ? "edge critical" : "edge",
        d: "M" + x + " " + from.y + "C" + middle + " " + from.y + " " + middle + " " + to.y + " " + to.x + " " + to.y,
      }));
    });
    const name = shortened(task.label, MOST_LETTERS);
    const node = svg("g", { class: critical.has(task.task) ? "node critical" : "node", "data-task": task.task },
      svg("rect", { x: to.x, y: to.y - NODE_HEIGHT / 2, width: NODE_WIDTH, height: NODE_HEIGHT, rx: 5 }),
      svg("path", {
        d: "M" + (to.x + 5) + " " + (to.y - 7) + "v14", "stroke-width": 5, "stroke-linecap": "round",
        stroke: "var(--" + (task.verdict < 0 ? "dropped" : LOOKS[task.verdict].color) + ")",
      }),
      svg("text", { x: to.x + 14, y: to.y + 4 }, name),
      svg("title", {}, task.label + "\n" + verdictName(task.verdict) + (task.ran ? ", took " + time(task.took) : "")));
    nodes.append(node);
  });
  return element("div", { class: "drawing", tabindex: "0" },
    svg("svg", { width, height, viewBox: "0 0 " + width + " " + height, role: "img", "aria-label": "The tasks and what they need" },
      edges, critically, nodes));
}

/** The critical path as a cascade: what its tasks took, and where it waited for a Spoke. */
function path(dag) {
  const shown = dag.path.slice(0, MOST_STEPS);
  const whole = Math.max(...dag.path.map((task) => task.begin + task.took));
  const list = element("table", { class: "path" });
  list.append(element("thead", {}, row("th", [["Task"], ["End"], ["Waited", "number"], ["Took", "number"], [""]])));
  const body = element("tbody");
  shown.forEach((task, i) => {
    const before = i === 0 ? 0 : shown[i - 1].begin + shown[i - 1].took;
    body.append(row("td", [
      [task.label, "name"], verdictCell(task.verdict), [task.ran ? time(Math.max(0, task.begin - before)) : "–", "number"],
      [task.ran ? time(task.took) : "–", "number"], [track(task.begin, task.took, whole, task.verdict), "wide"],
    ]));
  });
  list.append(body);
  const rest = dag.steps - shown.length;
  return element("div", { class: "scroll" }, list,
    rest > 0 ? element("p", { class: "quiet hint" }, many(rest, "more task is", "more tasks are") + " on it.") : "");
}
