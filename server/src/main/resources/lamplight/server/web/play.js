// The page: a terminal for the story, the map beside it, one line to type.

import { Terminal } from './xterm/xterm.mjs';
import { FitAddon } from './xterm/addon-fit.mjs';
import { Telnet } from './telnet.js';
import { WorldMap } from './map.js';

const MAX_LOG_LINES = 500;
const MAX_HISTORY = 200;
const READER_COLUMNS = 250; // the browser wraps what is read out
const RETRY_SECONDS = [1, 2, 3, 5];

const part = (id) => document.getElementById(id);
const form = part('form');
const input = part('line');
const readerSwitch = part('reader');

const about = { columns: 80, rows: 24, reader: localStorage.getItem('reader') === 'on' };
const terminal = new Terminal({
  convertEol: false,
  cursorInactiveStyle: 'none',
  disableStdin: true,
  fontFamily: 'ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace',
  fontSize: 15,
  scrollback: 10000,
  theme: theme(),
});
const fit = new FitAddon();
const map = new WorldMap();
const history = [];
const facts = new Map();
const carried = new Map();
const points = {};
let recalled = 0;
let socket;
let telnet;
let partial = ''; // what stands in the unfinished line
let seated = false;
let back = false; // the connection was lost, and the seat is taken again by itself
let prompted = false; // a prompt stands beside the input, and the server believes it in the text
let hidden = false;
let walk = []; // steps still to go
let farewell; // why the server ends the connection, if it said so
let tries = 0; // to connect again
let retry; // the next of them

start();

function start() {
  terminal.loadAddon(fit);
  terminal.open(part('screen'));
  terminal.textarea.tabIndex = -1; // nothing is typed there, and it would keep the Tab key
  terminal.attachCustomKeyEventHandler((event) => event.key !== 'Tab');
  readerSwitch.checked = about.reader;
  showReader();
  new ResizeObserver(resize).observe(part('story'));
  form.addEventListener('submit', entered);
  input.addEventListener('keydown', recall);
  readerSwitch.addEventListener('change', switchReader);
  part('again').addEventListener('click', connectAgain);
  part('seat').addEventListener('click', takeSeat);
  document.addEventListener('keydown', typeAnywhere);
  matchMedia('(prefers-color-scheme: light)').addEventListener('change', () => (terminal.options.theme = theme()));
  window.addEventListener('storage', (event) => event.key === 'reader' && location.reload());
  connect();
}

function theme() {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  const light = matchMedia('(prefers-color-scheme: light)').matches;
  const basic = { background: colour('--back'), foreground: colour('--ink'), cursor: colour('--back') };
  return light ? { ...basic, yellow: '#8a5a00', brightYellow: '#8a5a00', cyan: '#006c7a', brightCyan: '#006c7a', green: '#2d6a1f', brightGreen: '#2d6a1f', white: '#22252b', brightWhite: '#22252b', brightBlack: '#5a6170' } : basic;
}

// ---- the connection ----

function connectAgain() {
  tries = 0;
  connect();
}

function connect() {
  clearTimeout(retry);
  part('again').hidden = true;
  say('Connecting…');
  input.placeholder = '';
  farewell = undefined;
  back = tries > 0;
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
  socket = new WebSocket(`${scheme}//${location.host}/play`, 'telnet.mudstandards.org');
  socket.binaryType = 'arraybuffer';
  telnet = new Telnet({ send, text, prompt, hidden: hide, gmcp }, about);
  socket.onopen = () => {
    tries = 0;
    say('Connected');
  };
  socket.onmessage = (event) => telnet.receive(new Uint8Array(event.data));
  socket.onclose = () => closed();
  input.focus();
}

/** What was lost comes back by itself; what somebody ended, when the player wants it. */
function closed() {
  const lost = farewell === undefined || farewell === 'shutdown';
  finishLine();
  seated = false;
  hide(false);
  offerSeat(false);
  clearPanes();
  part('prompt').textContent = '>';
  input.placeholder = 'Enter connects again';
  part('again').hidden = false;
  if (lost) {
    const seconds = RETRY_SECONDS[Math.min(tries++, RETRY_SECONDS.length - 1)];
    say('The server is gone. Trying again…');
    retry = setTimeout(connect, seconds * 1000);
  } else {
    say('The connection has ended.');
  }
}

/** Nothing is around a player who is not there. */
function clearPanes() {
  walk = [];
  map.clear();
  facts.clear();
  carried.clear();
  part('map').replaceChildren();
  part('exits').replaceChildren();
  part('facts').replaceChildren();
  part('place').textContent = 'Map';
}

function send(bytes) {
  if (socket.readyState === WebSocket.OPEN) {
    socket.send(new Uint8Array(bytes));
  }
}

function say(words) {
  part('status').textContent = words;
}

// ---- the seat: the words that lead back to it last as long as the tab ----

function keepSeat(seat) {
  seated = Boolean(seat?.words);
  if (seated) {
    sessionStorage.setItem('seat', JSON.stringify(seat));
  } else {
    sessionStorage.removeItem('seat');
    clearPanes();
  }
  offerSeat(false);
}

function offerSeat(yes) {
  const seat = JSON.parse(sessionStorage.getItem('seat'));
  const button = part('seat');
  button.hidden = !(yes && seat && !seated && !hidden);
  if (!button.hidden) {
    button.textContent = `Take your seat in ${seat.session} again`;
  }
}

function takeSeat() {
  const { words } = JSON.parse(sessionStorage.getItem('seat'));
  sessionStorage.removeItem('seat'); // told again, if there still is a seat
  offerSeat(false);
  type(`resume ${words}`);
  input.focus();
}

// ---- the story ----

/** Shows whole lines, and keeps the rest until its end or a prompt mark comes. */
function text(words) {
  if (prompted) {
    prompted = false;
    words = words.replace(/^\r\n/, ''); // ends the line of a prompt that is not in the text
  }
  partial += words;
  const end = partial.lastIndexOf('\n') + 1;
  if (end > 0) {
    show(partial.slice(0, end));
    partial = partial.slice(end);
  }
}

function prompt() {
  part('prompt').textContent = plain(partial).trim() || '>';
  partial = '';
  prompted = true;
  offerSeat(true);
  if (back) {
    back = false;
    if (!part('seat').hidden) {
      takeSeat();
    }
  }
  part('log').scrollTop = part('log').scrollHeight; // the button may have taken a row
}

function finishLine() {
  if (partial) {
    show(partial + '\r\n');
    partial = '';
  }
}

function show(lines) {
  terminal.write(lines);
  const log = part('log');
  for (const line of plain(lines).replace(/\n$/, '').split('\n')) {
    const paragraph = document.createElement('p');
    paragraph.textContent = line;
    log.append(paragraph);
  }
  while (log.childElementCount > MAX_LOG_LINES) {
    log.firstElementChild.remove();
  }
  log.scrollTop = log.scrollHeight;
}

/** Words without colours and carriage returns. */
function plain(words) {
  // eslint-disable-next-line no-control-regex
  return words.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '').replace(/\r/g, '');
}

function hide(yes) {
  hidden = yes;
  input.type = yes ? 'password' : 'text';
}

// ---- the line to type ----

function entered(event) {
  event.preventDefault();
  if (socket.readyState === WebSocket.CLOSED) {
    connectAgain();
    return;
  }
  walk = [];
  type(input.value);
  input.value = '';
}

function type(words) {
  const asked = part('prompt').textContent + ' ';
  if (hidden) {
    terminal.write(asked); // the server ends the line
  } else {
    show(`\u001b[2m${asked}\u001b[0m${words}\r\n`);
    if (words && history.at(-1) !== words) {
      history.push(words);
      history.splice(0, history.length - MAX_HISTORY);
    }
  }
  part('prompt').textContent = '>'; // answered; with a screen reader the next line is not asked for
  prompted = false;
  recalled = history.length;
  telnet.line(words);
  terminal.scrollToBottom();
}

function recall(event) {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (step && !hidden) {
    event.preventDefault();
    recalled = Math.min(Math.max(recalled + step, 0), history.length);
    input.value = history[recalled] ?? '';
  } else if (event.key === 'Escape') {
    input.value = '';
    recalled = history.length;
  } else if (event.key === 'PageUp' || event.key === 'PageDown') {
    event.preventDefault();
    terminal.scrollPages(event.key === 'PageUp' ? -1 : 1);
  }
}

/** Whoever types while the story or a button has the focus means the line. */
function typeAnywhere(event) {
  const letter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (letter && event.key !== ' ' && document.activeElement !== input) {
    input.focus();
  }
}

// ---- what stands beside the story ----

const heard = {
  'Lamplight.Seat': keepSeat,
  'Lamplight.Bye': (bye) => (farewell = bye.code),
  'Lamplight.Map.List': (rooms) => map.know(rooms),
  'Lamplight.Map.Add': (room) => map.know([room]),
  'Lamplight.Map.Remove': (room) => map.forget(room),
  'Lamplight.Party.List': (players) => players.forEach((player) => map.place(player)),
  'Lamplight.Party.Add': (player) => map.place(player),
  'Lamplight.Party.Remove': (player) => map.place(player, false),
  'Room.Info': (room) => {
    map.enter(room);
    goOn();
  },
  'Room.WrongDir': () => (walk = []),
  'Char.Vitals': (vitals) => vitals?.string && fact('You', vitals.string),
  'Char.Items.List': (list) => list.location === 'inv' && carry(list.items, true),
  'Char.Items.Add': (change) => change.location === 'inv' && carry([change.item]),
  'Char.Items.Update': (change) => change.location === 'inv' && carry([change.item]),
  'Char.Items.Remove': (change) => change.location === 'inv' && drop(change.item),
  'Char.Status': (status) => {
    Object.assign(points, status);
    fact('Points', points.maxscore ? `${points.score} of ${points.maxscore}` : '');
  },
};

function gmcp(name, data) {
  heard[name]?.(data);
  if (map.room && /^(Room\.Info|Lamplight)/.test(name)) {
    drawMap();
  }
}

function carry(items, all = false) {
  if (all) {
    carried.clear();
  }
  items.forEach((item) => carried.set(item.id, item.name));
  fact('You carry', [...carried.values()].join(', ') || 'nothing');
}

function drop(item) {
  carried.delete(item.id);
  carry([]);
}

function fact(name, words) {
  facts.set(name, words);
  part('facts').replaceChildren(
    ...[...facts].filter(([, value]) => value).flatMap(([key, value]) => {
      const term = document.createElement('dt');
      const told = document.createElement('dd');
      term.textContent = key;
      told.textContent = value;
      return [term, told];
    }),
  );
}

function drawMap() {
  part('place').textContent = map.room.name;
  map.draw(part('map'), walkTo);
  const chosen = part('exits').contains(document.activeElement);
  part('exits').replaceChildren(
    ...map.exits().map((exit) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = exit.words;
      button.title = exit.to ?? 'not explored';
      button.setAttribute('aria-label', `${exit.words}: ${button.title}`);
      button.addEventListener('click', () => type(exit.words));
      return button;
    }),
  );
  if (chosen) {
    (part('exits').querySelector('button') ?? input).focus(); // whoever walks by keys walks on
  }
}

/** Walks to a room that was chosen on the map, a step at a time, until a step leads elsewhere. */
function walkTo(num) {
  walk = map.path(num) ?? [];
  goOn();
}

function goOn() {
  if (walk.length && walk[0].begun) {
    const step = walk.shift();
    if (step.to !== map.here) {
      walk = [];
    }
  }
  if (walk.length) {
    walk[0].begun = true;
    type(walk[0].words);
  }
}

// ---- how it is shown ----

function switchReader() {
  about.reader = readerSwitch.checked;
  localStorage.setItem('reader', about.reader ? 'on' : 'off');
  showReader();
  telnet.line(`set reader ${about.reader ? 'on' : 'off'}`);
}

/** A screen reader gets the story as lines of a page, everybody else as a terminal. */
function showReader() {
  part('screen').hidden = about.reader;
  part('log').hidden = !about.reader;
  part('map').toggleAttribute('hidden', about.reader);
  resize();
}

function resize() {
  if (!about.reader) {
    fit.fit();
  }
  about.columns = about.reader ? READER_COLUMNS : terminal.cols;
  about.rows = terminal.rows;
  telnet?.resized();
}
