// Telnet (RFC 854, RFC 1143) at the browser's end: bytes in; text, prompts and GMCP out.

const SE = 240;
const GA = 249;
const SB = 250;
const WILL = 251;
const WONT = 252;
const DO = 253;
const DONT = 254;
const IAC = 255;
const EOR_MARK = 239;

const ECHO = 1;
const TTYPE = 24;
const EOR = 25;
const NAWS = 31;
const CHARSET = 42;
const GMCP = 201;

const THEIRS = new Set([ECHO, EOR, CHARSET, GMCP]); // what the server may do
const OURS = new Set([TTYPE, NAWS]); // what it may ask of us

const MAX_SUBNEGOTIATION = 256 * 1024;

/**
 * One connection. The handlers are: `send(bytes)`, `text(string)`, `prompt()`, `hidden(boolean)` for
 * answers that are not to be seen, and `gmcp(name, data)`. `about` has `columns`, `rows`, `reader`.
 */
export class Telnet {
  constructor(handlers, about) {
    this.handlers = handlers;
    this.about = about;
    this.decoder = new TextDecoder();
    this.encoder = new TextEncoder();
    this.on = new Set();
    this.types = 0;
    this.state = this.data;
    this.text = [];
  }

  /** Takes bytes from the server. */
  receive(bytes) {
    for (const byte of bytes) {
      this.state(byte);
    }
    this.flush();
  }

  /** Sends a line that was typed. */
  line(words) {
    this.handlers.send(this.doubled(this.encoder.encode(words + '\r\n')));
  }

  gmcp(name, data) {
    const words = data === undefined ? name : `${name} ${JSON.stringify(data)}`;
    this.subnegotiate(GMCP, this.encoder.encode(words));
  }

  /** Tells the window's size, if the server wants to know. */
  resized() {
    if (this.on.has('us' + NAWS)) {
      const { columns, rows } = this.about;
      this.subnegotiate(NAWS, [columns >> 8, columns & 255, rows >> 8, rows & 255]);
    }
  }

  // ---- bytes in: one state a method ----

  data(byte) {
    if (byte === IAC) {
      this.state = this.command;
    } else {
      this.text.push(byte);
    }
  }

  command(byte) {
    this.state = this.data;
    if (byte === IAC) {
      this.text.push(byte);
    } else if (byte >= WILL && byte <= DONT) {
      this.verb = byte;
      this.state = this.option;
    } else if (byte === SB) {
      this.body = [];
      this.state = this.inside;
    } else if (byte === GA || byte === EOR_MARK) {
      this.flush();
      this.handlers.prompt();
    }
  }

  option(byte) {
    this.state = this.data;
    this.flush();
    const sides = { [WILL]: 'them', [WONT]: 'them', [DO]: 'us', [DONT]: 'us' };
    const yes = this.verb === WILL || this.verb === DO;
    this.agree(sides[this.verb], byte, yes);
  }

  inside(byte) {
    if (byte === IAC) {
      this.state = this.insideCommand;
    } else if (this.body.length < MAX_SUBNEGOTIATION) {
      this.body.push(byte);
    }
  }

  insideCommand(byte) {
    if (byte === IAC) {
      this.body.push(byte);
      this.state = this.inside;
    } else {
      this.state = this.data;
      this.flush();
      this.told(this.body[0], this.body.slice(1));
      if (byte !== SE) {
        this.command(byte);
      }
    }
  }

  flush() {
    if (this.text.length) {
      const words = this.decoder.decode(new Uint8Array(this.text), { stream: true });
      this.text = [];
      this.handlers.text(words);
    }
  }

  // ---- options ----

  agree(side, option, yes) {
    const known = (side === 'them' ? THEIRS : OURS).has(option);
    const key = side + option;
    if (yes === this.on.has(key)) {
      return; // no news, and no answer: two that answer everything never stop
    }
    const [accept, refuse] = side === 'them' ? [DO, DONT] : [WILL, WONT];
    this.handlers.send([IAC, yes && known ? accept : refuse, option]);
    if (!known) {
      return;
    }
    this.on[yes ? 'add' : 'delete'](key);
    if (option === ECHO) {
      this.handlers.hidden(yes);
    } else if (option === NAWS && yes) {
      this.resized();
    } else if (option === GMCP && yes) {
      this.gmcp('Core.Hello', { client: 'Lamplight page', version: '1' });
      this.gmcp('Core.Supports.Set', ['Char 1', 'Char.Items 1', 'Room 1', 'Lamplight 1']);
    }
  }

  told(option, body) {
    if (option === TTYPE && body[0] === 1) {
      this.tellType();
    } else if (option === CHARSET && body[0] === 1) {
      this.subnegotiate(CHARSET, [2, ...this.encoder.encode('UTF-8')]);
    } else if (option === GMCP) {
      this.heard(new TextDecoder().decode(new Uint8Array(body)));
    }
  }

  /**
   * The client's name, its terminal, and what it can do (MTTS); the last is repeated. It says no
   * more than 16 colours, because those are the page's own, for a dark background and a light one.
   */
  tellType() {
    const can = 1 + 2 + 4 + (this.about.reader ? 64 : 0);
    const types = ['LAMPLIGHT-PAGE', 'XTERM', `MTTS ${can}`];
    const type = types[Math.min(this.types++, types.length - 1)];
    this.subnegotiate(TTYPE, [0, ...this.encoder.encode(type)]);
  }

  heard(message) {
    const space = message.indexOf(' ');
    const name = space < 0 ? message : message.slice(0, space);
    try {
      this.handlers.gmcp(name, space < 0 ? undefined : JSON.parse(message.slice(space)));
    } catch (error) {
      if (!(error instanceof SyntaxError)) {
        throw error;
      }
    }
  }

  subnegotiate(option, body) {
    this.handlers.send([IAC, SB, option, ...this.doubled(body), IAC, SE]);
  }

  doubled(bytes) {
    return Array.from(bytes).flatMap((byte) => (byte === IAC ? [IAC, IAC] : [byte]));
  }
}
