// Opens a shipped set in YAML's language server, as an editor would, with the schema that stands beside it: what is
// offered, explained and underlined is what the schema promises. Called by .ci/editor with the server's entry file.
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const PATIENCE = 60_000;

const [server] = process.argv.slice(2);
if (!server) {
  console.error("usage: node .ci/editor.mjs SERVER");
  process.exit(2);
}

/** The server with the messages between it and us, each framed by its length. */
class Editor {
  constructor() {
    this.process = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
    this.process.on("exit", (code) => this.#ended(code));
    this.process.stdout.on("data", (bytes) => this.#take(bytes));
    this.bytes = Buffer.alloc(0);
    this.last = 0;
    this.asked = new Map();
    this.underlined = new Map();
    this.settings = {};
  }

  #take(bytes) {
    this.bytes = Buffer.concat([this.bytes, bytes]);
    for (;;) {
      const head = this.bytes.indexOf("\r\n\r\n");
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.bytes.toString("ascii", 0, head))[1]);
      const end = head + 4 + length;
      if (this.bytes.length < end) return;
      const message = JSON.parse(this.bytes.toString("utf8", head + 4, end));
      this.bytes = this.bytes.subarray(end);
      this.#hear(message);
    }
  }

  #hear(message) {
    if (message.method === "textDocument/publishDiagnostics") {
      const { uri, diagnostics } = message.params;
      this.underlined.get(uri)?.(diagnostics);
    } else if (message.method && message.id !== undefined) {
      // The server asks for its settings; all else it asks for is granted without content.
      const result =
        message.method === "workspace/configuration"
          ? message.params.items.map((item) => this.settings[item.section] ?? null)
          : null;
      this.#send({ id: message.id, result });
    } else if (this.asked.has(message.id)) {
      const { settle, fail } = this.asked.get(message.id);
      this.asked.delete(message.id);
      if (message.error) fail(new Error(JSON.stringify(message.error)));
      else settle(message.result);
    }
  }

  #ended(code) {
    for (const { fail } of this.asked.values()) fail(new Error(`the server ended with ${code}`));
  }

  #send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }), "utf8");
    this.process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.process.stdin.write(body);
  }

  tell(method, params) {
    this.#send({ method, params });
  }

  ask(method, params) {
    const id = ++this.last;
    const answer = new Promise((settle, fail) => this.asked.set(id, { settle, fail }));
    this.#send({ id, method, params });
    return within(answer, method);
  }

  /** Opens a text and gives what the server underlines in it. */
  open(uri, text) {
    const underlined = new Promise((settle) => this.underlined.set(uri, settle));
    this.tell("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
    return within(underlined, `diagnostics of ${uri}`);
  }

  /** What is offered at a place. */
  async offered(uri, line, character) {
    const params = { textDocument: { uri }, position: { line, character } };
    const offered = await this.ask("textDocument/completion", params);
    return (offered?.items ?? offered ?? []).map((item) => item.label);
  }

  /** What is said of a place. */
  async hover(uri, line, character) {
    const params = { textDocument: { uri }, position: { line, character: character + 1 } };
    const said = await this.ask("textDocument/hover", params);
    return said?.contents?.value ?? "";
  }
}

/** A promise that is broken aloud when nothing comes of it. */
function within(promise, what) {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`nothing came: ${what}`)), PATIENCE);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

let failed = 0;
function holds(what, is, found) {
  console.log(`${is ? "ok  " : "FAIL"} ${what}`);
  if (is) return;
  failed += 1;
  console.log(`     found: ${JSON.stringify(found)}`);
}

/** The line, from 0, of the first line that begins with `start` at or after `from`. */
function lineOf(lines, start, from = 0) {
  const line = lines.findIndex((text, at) => at >= from && text.trimStart().startsWith(start));
  if (line < 0) throw new Error(`the set has no line that begins with ${start}`);
  return line;
}

const schema = resolve("criteria/criteria.schema.json");
const set = readFileSync("criteria/so-mau.yaml", "utf8");
const folder = mkdtempSync(join(tmpdir(), "cchc-editor-"));
const inFolder = (name) => pathToFileURL(join(folder, name)).href;

const editor = new Editor();
// The schema is set by its path, so that nothing is fetched from a catalogue.
editor.settings.yaml = {
  schemas: { [pathToFileURL(schema).href]: "*.yaml" },
  schemaStore: { enable: false },
  validate: true,
  completion: true,
  hover: true,
};

try {
  await editor.ask("initialize", {
    processId: process.pid,
    rootUri: pathToFileURL(process.cwd()).href,
    workspaceFolders: [{ uri: pathToFileURL(process.cwd()).href, name: "cchc" }],
    capabilities: {
      workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
      textDocument: {
        completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown"] } },
        hover: { contentFormat: ["markdown"] },
        publishDiagnostics: {},
      },
    },
  });
  editor.tell("initialized", {});
  editor.tell("workspace/didChangeConfiguration", { settings: editor.settings });

  // A set as it ships has nothing underlined: under the schema that its own first line names, in its own folder.
  for (const name of readdirSync("criteria").filter((name) => name.endsWith(".yaml"))) {
    const path = resolve("criteria", name);
    const found = await editor.open(pathToFileURL(path).href, readFileSync(path, "utf8"));
    holds(`nothing is underlined in ${name}`, found.length === 0, found);
  }

  // From here on in copies elsewhere, whose first line would point at nothing.
  const lines = set.split("\n").slice(1);
  const rule = lineOf(lines, "rule: yes-no");
  const column = lines[rule].length - lines[rule].trimStart().length;

  // A criterion with neither documents nor advice, and a new line under its rule: what it lacks is offered.
  const end = lineOf(lines, "- id:", rule);
  const typing = [...lines.slice(0, rule + 1), " ".repeat(column), "", ...lines.slice(end)].join("\n");
  const half = inFolder("half.yaml");
  await editor.open(half, typing);
  const keys = await editor.offered(half, rule + 1, column);
  for (const key of ["scored-by", "documents", "requires"]) {
    holds(`\`${key}\` is offered in a criterion`, keys.includes(key), keys);
  }
  holds("`points`, which stands there, is not offered again", !keys.includes("points"), keys);

  // Behind `rule:` the ways of scoring that are written bare are offered; on a line under it, all of them.
  const under = inFolder("under.yaml");
  const opened = " ".repeat(column);
  await editor.open(
    under,
    [...lines.slice(0, rule), `${opened}rule: `, `${opened}  `, "", ...lines.slice(end)].join("\n"),
  );
  const bare = await editor.offered(under, rule, column + "rule: ".length);
  holds("`judged` is offered behind `rule:`", bare.includes("judged"), bare);
  const kinds = await editor.offered(under, rule + 1, column + 2);
  for (const kind of ["share", "deadline", "when-empty"]) {
    holds(`\`${kind}\` is offered under \`rule:\``, kinds.includes(kind), kinds);
  }

  // A key is explained in both languages.
  const whole = inFolder("whole.yaml");
  holds("nothing is underlined in a copy", (await editor.open(whole, lines.join("\n"))).length === 0);
  const points = lineOf(lines, "points:", lineOf(lines, "criteria:"));
  const said = await editor.hover(whole, points, lines[points].indexOf("points"));
  for (const words of ["Điểm tối đa", "The most points"]) {
    holds(`\`points\` is explained: ${words}`, said.includes(words), said);
  }
  const kind = await editor.hover(whole, rule, column);
  for (const words of ["Cách chấm", "The way of scoring"]) {
    holds(`\`rule\` is explained: ${words}`, kind.includes(words), kind);
  }

  // What is misspelt is underlined where it stands, and nothing else is.
  const advice = lineOf(lines, "advice:", rule);
  const share = lineOf(lines, "rule: { share:");
  for (const [what, line, wrong, right] of [
    ["a rule", rule, "yes-noo", "yes-no"],
    ["a key", advice, "advise:", "advice:"],
    ["a way of scoring", share, "{ shar:", "{ share:"],
    ["a setting", share, "full-att:", "full-at:"],
  ]) {
    if (!lines[line].includes(right)) throw new Error(`line ${line + 2} of the set has no ${right}`);
    const text = lines.map((text, at) => (at === line ? text.replace(right, wrong) : text)).join("\n");
    const found = await editor.open(inFolder(`${wrong.replace(/[^a-z]/g, "")}.yaml`), text);
    const told = found.map(({ range, message }) => `${range.start.line}: ${message}`);
    const all = found.length > 0 && found.every(({ range }) => range.start.line === line);
    holds(`${what} misspelt as \`${wrong}\` is underlined in its line`, all, { line, told });
  }
} finally {
  editor.process.removeAllListeners("exit");
  editor.process.kill();
  rmSync(folder, { recursive: true, force: true });
}

if (failed > 0) process.exit(1);
