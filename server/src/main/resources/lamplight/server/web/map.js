// The map: rooms as the server tells of them, drawn around where the player is.

const SVG = 'http://www.w3.org/2000/svg';
const STEP_X = 92;
const STEP_Y = 56;
const ROOM_WIDTH = 76;
const ROOM_HEIGHT = 32;
const REACH = 2; // rooms to each side that are drawn

const WORDS = {
  n: 'north', ne: 'northeast', e: 'east', se: 'southeast', s: 'south', sw: 'southwest', w: 'west',
  nw: 'northwest', u: 'up', d: 'down',
};

const TOWARDS = {
  n: [0, 1], ne: [1, 1], e: [1, 0], se: [1, -1], s: [0, -1], sw: [-1, -1], w: [-1, 0], nw: [-1, 1],
};

export class WorldMap {
  constructor() {
    this.clear();
  }

  /** Knows nothing any more. */
  clear() {
    this.rooms = new Map();
    this.party = new Map();
    this.here = undefined;
  }

  /** Takes rooms that are known, without a word on where the player is. */
  know(rooms) {
    for (const room of rooms) {
      this.rooms.set(room.num, placed(room));
    }
  }

  /** Forgets a room. */
  forget(room) {
    this.rooms.delete(room.num);
  }

  /** Somebody of the party is where the number says, or gone. */
  place(player, there = true) {
    if (there && !player.self) {
      this.party.set(player.name, player);
    } else {
      this.party.delete(player.name);
    }
  }

  /** The player is here now. */
  enter(room) {
    this.know([room]);
    this.here = room.num;
  }

  get room() {
    return this.rooms.get(this.here);
  }

  /** The ways out of the room, as words with the name of what is known to lie there. */
  exits() {
    return Object.entries(this.room?.exits ?? {}).map(([short, num]) => ({
      words: WORDS[short] ?? short,
      to: this.rooms.get(num)?.name,
    }));
  }

  /** The commands that lead from here to a known room, by the fewest rooms; none: undefined. */
  path(target) {
    const from = new Map([[this.here, undefined]]);
    const next = [this.here];
    while (next.length) {
      const num = next.shift();
      if (num === target) {
        return this.steps(from, target);
      }
      for (const [short, to] of Object.entries(this.rooms.get(num)?.exits ?? {})) {
        if (this.rooms.has(to) && !from.has(to)) {
          from.set(to, { num, step: { words: WORDS[short] ?? short, to } });
          next.push(to);
        }
      }
    }
    return undefined;
  }

  steps(from, target) {
    const steps = [];
    for (let at = from.get(target); at; at = from.get(at.num)) {
      steps.unshift(at.step);
    }
    return steps;
  }

  /** Draws the rooms about the player; `walk(num)` is called when one is chosen. */
  draw(svg, walk) {
    svg.replaceChildren();
    const place = this.room;
    if (!place) {
      return;
    }
    const near = [...this.rooms].filter(([, room]) => isNear(room, place));
    const reach = (axis) => Math.max(1, ...near.map(([, room]) => Math.abs(room[axis] - place[axis])));
    const width = (2 * reach('x') + 1) * STEP_X;
    const height = (2 * reach('y') + 1) * STEP_Y;
    svg.setAttribute('viewBox', `${-width / 2} ${-height / 2} ${width} ${height}`);
    const at = (room) => [(room.x - place.x) * STEP_X, (place.y - room.y) * STEP_Y];
    for (const [, room] of near) {
      this.drawWays(svg, room, at);
    }
    for (const [num, room] of near) {
      const visitors = [...this.party.values()].filter((player) => player.num === num);
      drawRoom(svg, room, at(room), num === this.here, visitors, () => walk(num));
    }
  }

  drawWays(svg, room, at) {
    const [x, y] = at(room);
    for (const [short, num] of Object.entries(room.exits)) {
      const target = this.rooms.get(num);
      const direction = TOWARDS[short];
      if (target && target.z === room.z && direction) {
        const [toX, toY] = at(target);
        svg.append(line('way', x, y, toX, toY));
      } else if (direction) {
        svg.append(line('way unknown', x, y, x + direction[0] * STEP_X * 0.62, y - direction[1] * STEP_Y * 0.75));
      }
    }
  }
}

function placed(room) {
  const [x = 0, y = 0, z = 0] = String(room.coords ?? '').split(',').slice(-3).map(Number);
  return { name: room.name, exits: room.exits ?? {}, x, y, z };
}

function isNear(room, place) {
  return room.z === place.z && Math.abs(room.x - place.x) <= REACH && Math.abs(room.y - place.y) <= REACH;
}

function drawRoom(svg, room, [x, y], here, visitors, chosen) {
  const group = document.createElementNS(SVG, 'g');
  group.setAttribute('class', here ? 'room here' : 'room');
  const box = document.createElementNS(SVG, 'rect');
  const placed = { x: x - ROOM_WIDTH / 2, y: y - ROOM_HEIGHT / 2, width: ROOM_WIDTH, height: ROOM_HEIGHT, rx: 5 };
  Object.entries(placed).forEach(([name, value]) => box.setAttribute(name, value));
  const title = document.createElementNS(SVG, 'title');
  title.textContent = room.name;
  const label = document.createElementNS(SVG, 'text');
  label.setAttribute('x', x);
  label.setAttribute('y', y + 4);
  const levels = (room.exits.u ? '↑' : '') + (room.exits.d ? '↓' : '');
  label.textContent = shortened(room.name, levels ? 9 : 12) + levels;
  group.append(box, title, label);
  if (visitors.length) {
    const marks = document.createElementNS(SVG, 'text');
    marks.setAttribute('class', 'visitors');
    marks.setAttribute('x', x);
    marks.setAttribute('y', y + ROOM_HEIGHT / 2 + 9);
    marks.textContent = visitors.map((player) => player.name).join(', ');
    group.append(marks);
  }
  group.addEventListener('click', chosen);
  svg.append(group);
}

function shortened(name, most) {
  const bare = name.replace(/^the /i, '');
  return bare.length > most ? bare.slice(0, most - 1).trimEnd() + '…' : bare;
}

function line(kind, x1, y1, x2, y2) {
  const way = document.createElementNS(SVG, 'line');
  way.setAttribute('class', kind);
  Object.entries({ x1, y1, x2, y2 }).forEach(([name, value]) => way.setAttribute(name, value));
  return way;
}
