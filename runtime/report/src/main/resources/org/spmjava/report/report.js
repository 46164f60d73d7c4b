const data = JSON.parse(document.getElementById("data").textContent);
const RETURNED = 0;
const DROPPED = 1;
/* Each kind of end has a colour and a texture of its own, so that neither is needed to tell it. */
const KINDS = [
  ["returned", "plain"], ["dropped", "plain"],
  ["uncaught", "slash"], ["fatal", "dots"], ["kill", "cross"], ["timeout", "rows"],
];
const LOOKS = [0, 1, 2, 3, 4, 5, 2, 3, 4, 5].map((kind, verdict) => ({
  color: KINDS[kind][0], texture: KINDS[kind][1], loading: verdict >= 2 && verdict <= 5,
}));

const byId = (id) => document.getElementById(id);
const counted = (n) => n.toLocaleString("en");
const many = (n, one, more) => counted(n) + " " + (n === 1 ? one : more);
const css = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
const color = (verdict) => (verdict < 0 ? css("dropped") : css(LOOKS[verdict].color));
const verdictName = (verdict) => (verdict < 0 ? "not ended" : data.verdicts[verdict]);

function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  Object.entries(attributes || {}).forEach(([name, value]) => made.setAttribute(name, value));
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** A time in microseconds, with three digits that matter. */
function time(us) {
  const [value, unit] = us < 1e3 ? [us, "µs"] : us < 1e6 ? [us / 1e3, "ms"] : us < 6e8 ? [us / 1e6, "s"] : [us / 6e7, "min"];
  const digits = unit === "µs" || value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toFixed(digits) + " " + unit;
}

/** Labels that differ often do so at their ends. */
function shortened(text, most) {
  const head = Math.ceil((most - 1) * 0.4);
  return text.length > most ? text.slice(0, head) + "…" + text.slice(text.length - (most - 1 - head)) : text;
}

/** The signature that a closure has by itself says nothing more than its class. */
const closure = (command) => command.signature.replace(/#(signature::\w*)?$/, "");
const percent = (share) => (100 * share).toFixed(share < 0.0995 ? 1 : 0) + " %";

function row(kind, cells) {
  const made = element("tr");
  cells.forEach(([content, style]) => made.append(element(kind, style ? { class: style } : {}, ...[].concat(content))));
  return made;
}

function table(id, heads, rows) {
  const body = element("tbody");
  rows.forEach((cells) => body.append(row("td", cells)));
  byId(id).append(element("thead", {}, row("th", heads)), body);
}

function verdictCell(verdict) {
  const swatch = element("span", { class: "swatch" });
  swatch.style.background = "var(--" + (verdict < 0 ? "dropped" : LOOKS[verdict].color) + ")";
  return [[swatch, verdictName(verdict)], "nowrap"];
}

function meter(share) {
  const fill = element("i");
  fill.style.width = Math.min(100, 100 * share) + "%";
  return element("span", { class: "meter", "aria-hidden": "true" }, fill);
}

function track(from, length, whole, verdict) {
  const fill = element("i");
  fill.style.left = Math.min(99.5, whole > 0 ? (100 * from) / whole : 0) + "%";
  fill.style.width = Math.min(100, whole > 0 ? (100 * length) / whole : 0) + "%";
  fill.style.background = "var(--" + (verdict < 0 ? "dropped" : LOOKS[verdict].color) + ")";
  return element("div", { class: "track" }, fill);
}

const notReturned = (command) => Object.entries(command.counts)
  .reduce((sum, [verdict, count]) => sum + (Number(verdict) === RETURNED ? 0 : count), 0);
const sum = (list, of) => list.reduce((total, one) => total + of(one), 0);
const commandName = (place) => "#" + data.commands[place].number;

function summary() {
  const spokes = data.lanes.flatMap((lane) => lane.spokes);
  const died = spokes.filter((spoke) => spoke.left >= 0).length;
  const hosts = new Set(data.lanes.map((lane) => lane.host)).size;
  byId("summary").textContent = [
    many(data.commands.length, "command", "commands"),
    many(data.lanes.length, "Spoke", "Spokes") + " on " + many(hosts, "host", "hosts"),
    spokes.length > data.lanes.length ? many(spokes.length, "incarnation", "incarnations") : "",
    time(data.end),
  ].filter((part) => part !== "").join(" · ");
  const tasks = sum(data.commands, (command) => command.tasks);
  const failed = sum(data.commands, notReturned);
  const busy = sum(data.commands, (command) => command.busy);
  const offered = sum(data.commands, (command) => (command.end - command.begin) * command.slots);
  const tile = (value, what, bad) => byId("tiles").append(
    element("div", { class: bad ? "tile bad" : "tile" }, element("b", {}, value), element("span", { class: "quiet" }, what)));
  tile(counted(tasks), tasks === 1 ? "task" : "tasks", false);
  tile(counted(failed), "did not return", failed > 0);
  tile(time(busy), "of work in tasks", false);
  tile(offered > 0 ? percent(Math.min(1, busy / offered)) : "–", "parallel efficiency", false);
  tile(counted(died), died === 1 ? "Spoke lost or replaced" : "Spokes lost or replaced", died > 0);
  const open = data.commands.filter((command) => command.state !== "returned");
  open.map((command) => command.state === "threw"
    ? "The manage of command " + command.number + " threw."
    : "Command " + command.number + " had not concluded when this was written.").concat(data.notes)
    .forEach((note) => byId("notes").append(element("p", { class: "note" }, note)));
  byId("notes").hidden = byId("notes").children.length === 0;
}

function commands() {
  table("commands",
    [["#", "number"], ["Closure"], ["Tasks", "number"], ["Not returned", "number"], ["Spokes", "number"],
      ["Begin", "number"], ["Wall", "number"], ["Work", "number"], ["Efficiency", "number"], ["Left over"]],
    data.commands.map((command) => {
      const failed = notReturned(command);
      const verdicts = Object.entries(command.counts).filter(([verdict]) => Number(verdict) !== RETURNED)
        .map(([verdict, count]) => counted(count) + "\u00a0" + data.verdicts[verdict]).join(", ");
      return [
        [String(command.number), "number"],
        [[closure(command), element("br"), element("small", {}, command.management
          + (command.state === "returned" ? "" : ", " + command.state))], "name"],
        [counted(command.tasks), "number"],
        [failed === 0 ? "0" : [counted(failed), element("br"), element("small", {}, verdicts)], failed > 0 ? "number bad" : "number"],
        [command.incarnations > command.slots
          ? [String(command.slots), element("br"), element("small", {}, counted(command.incarnations) + " incarnations")]
          : String(command.slots), "number"],
        [time(command.begin), "number"],
        [time(command.end - command.begin), "number"],
        [time(command.busy), "number"],
        [[percent(command.efficiency), meter(command.efficiency)], "number"],
        [command.residue.length === 0 ? "nothing" : command.residue.join("; "), command.residue.length === 0 ? "" : "bad"],
      ];
    }));
}

function failures() {
  byId("failed-section").hidden = data.failed.length === 0;
  if (data.failed.length > 0) {
    table("failed", [["Task"], ["Command", "number"], ["End"], ["Spoke"], ["At", "number"], ["After", "number"], ["Why"]],
      data.failed.map((task) => [
        [task.label, "name"], [commandName(task.command), "number"], verdictCell(task.verdict), [task.spoke || "–", "nowrap"],
        [time(task.begin), "number"], [task.verdict === DROPPED ? "–" : time(task.took), "number"], [task.reason, "why"],
      ]));
    const all = sum(data.commands, notReturned);
    byId("failed-more").hidden = all <= data.failed.length;
    byId("failed-more").textContent = "These are the first of " + counted(all) + ".";
  }
}

function slowest() {
  const longest = data.slowest.length > 0 ? data.slowest[0].took : 0;
  byId("slowest-section").hidden = data.slowest.length === 0;
  table("slowest", [["Task"], ["Command", "number"], ["End"], ["Spoke"], ["Begin", "number"], ["Took", "number"], [""]],
    data.slowest.map((task) => [
      [task.label, "name"], [commandName(task.command), "number"], verdictCell(task.verdict), [task.spoke, "nowrap"],
      [time(task.begin), "number"], [time(task.took), "number"], [track(0, task.took, longest, task.verdict)],
    ]));
}

function spokes() {
  table("spokes", [["Slot", "number"], ["Spoke"], ["Host"], ["Joined", "number"], ["Left", "number"], ["Tasks", "number"],
    ["Work", "number"], ["Why it left"]],
  data.lanes.flatMap((lane) => lane.spokes.map((spoke) => [
    [String(lane.slot), "number"], [spoke.name, "nowrap"], [lane.host], [spoke.joined < 0 ? "never" : time(spoke.joined), "number"],
    [spoke.left < 0 ? "–" : time(spoke.left), "number"], [counted(spoke.tasks), "number"], [time(spoke.busy), "number"],
    [spoke.reason, "why"],
  ])));
}

/** Tasks that go together, one below the other: who kept whom waiting. */
function units() {
  data.commands.filter((command) => command.members && command.members.length > 0).forEach((command) => {
    const longest = Math.max(...command.members.map((task) => task.took));
    const mean = sum(command.members, (task) => task.took) / command.members.length;
    const wall = command.end - command.begin;
    const card = element("div", { class: "card" },
      element("h2", {}, "The members of command " + command.number + ", " + closure(command)),
      element("p", { class: "quiet" }, "They begin together and share one fate. The longest took " + time(longest) + ", "
        + "the mean is " + time(mean) + "; what a member waits for others is time that it takes."));
    const list = element("table", { class: "members" });
    list.append(element("thead", {}, row("th", [["Rank", "number"], ["Task"], ["Spoke"], ["End"], ["Begin", "number"], ["Took", "number"], [""]])));
    const body = element("tbody");
    command.members.forEach((task) => body.append(row("td", [
      [String(task.task), "number"], [task.label, "name"], [task.spoke || "–", "nowrap"], verdictCell(task.verdict),
      [time(task.begin - command.begin), "number"], [time(task.took), "number"],
      [track(task.begin - command.begin, task.took, wall, task.verdict), "wide"],
    ])));
    list.append(body);
    card.append(element("div", { class: "scroll" }, list));
    byId("units").append(card);
  });
}

function show() {
  summary();
  commands();
  failures();
  slowest();
  spokes();
  units();
  dags();
  timeline();
}
