// Handsets of a recording, each at an address of its own: handsets.js PLAN. They use the SIP stack `sip` of npm, register,
// telephone with each other, ring, answer, take messages, and restart if a NOTIFY tells them to; one may be the voicemail.
// PLAN is JSON: domain, proxy, agent, seconds between calls (0: none), seed, phones (user, address, password, ring, answers, lines,
// domain, realm, pin and tries of the voicemail), calling (a file: calls are made while it exists), calls (at, from, to, talk), again
// (seconds at which all register again). It ends by itself.
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
const sip = require('sip');
const digest = require('sip/digest');
const fs = require('fs');

const LONGEST_LIFE = 200_000;
const plan = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
let state = plan.seed;
const random = () => { // Park and Miller: the same calls for the same seed
    state = state * 16807 % 2147483647;
    return state / 2147483647;
};
const between = (low, high) => low + random() * (high - low);
const token = length => Array.from({ length }, () => Math.floor(Math.random() * 16).toString(16)).join('');
const later = (seconds, action) => setTimeout(action, seconds * 1000);
const named = uri => sip.parseUri(uri).user;

class Phone {
    constructor(settings) {
        Object.assign(this, { ring: 1, answers: true, domain: plan.domain, lines: 1, number: 1 }, settings);
        this.registration = token(16);
        this.calls = new Map(); // by Call-ID
        this.stack = sip.create({ address: this.address, port: 5060, tcp: false, logger: { error: e => console.log(e) } },
            request => this.received(request));
    }

    get contact() {
        return [{ uri: `sip:${this.user}@${this.address}:5060` }];
    }

    request(method, uri, headers, content = '') {
        const request = {
            method, uri, content,
            headers: { 'max-forwards': 70, 'user-agent': plan.agent, ...headers },
        };
        if (content) {
            request.headers['content-type'] = headers['content-type'] || 'application/sdp';
        }
        return request;
    }

    register(done = () => {}) {
        const me = `sip:${this.user}@${this.domain}`;
        const request = this.request('REGISTER', `sip:${plan.proxy}`, {
            from: { uri: me, params: { tag: token(8) } }, to: { uri: me }, 'call-id': this.registration,
            cseq: { method: 'REGISTER', seq: this.number++ }, contact: this.contact, expires: 300,
        });
        const copy = sip.copyMessage(request);
        this.stack.send(request, response => {
            if (response.status === 401) {
                copy.headers.cseq = { method: 'REGISTER', seq: this.number++ };
                copy.headers.via = [];
                digest.signRequest({}, copy, response, { user: this.user, password: this.password, realm: this.realm });
                this.stack.send(copy, last => done(last.status));
            } else {
                done(response.status);
            }
        });
    }

    answer(request, status, reason, more = {}) {
        const response = sip.makeResponse(request, status, reason, { headers: { server: plan.agent, ...more } });
        if (status > 100 && !response.headers.to.params.tag) {
            response.headers.to.params.tag = this.callOf(request)?.tag || token(8);
        }
        return response;
    }

    has(call) {
        return this.calls.get(call.id) === call;
    }

    callOf(request) {
        return this.calls.get(request.headers['call-id']);
    }

    received(request) {
        const handler = this[`on${request.method}`];
        if (handler) {
            handler.call(this, request);
        } else if (request.method !== 'ACK') {
            this.stack.send(this.answer(request, 405, 'Method Not Allowed'));
        }
    }

    onOPTIONS(request) {
        this.stack.send(this.answer(request, 200, 'OK', { allow: 'INVITE, ACK, CANCEL, BYE, OPTIONS, NOTIFY, MESSAGE, INFO' }));
    }

    onMESSAGE(request) {
        this.stack.send(this.answer(request, 200, 'OK'));
    }

    onNOTIFY(request) {
        this.stack.send(this.answer(request, 200, 'OK'));
        if (/check-sync|resync/.test(request.headers.event || '') && !this.restarting) {
            this.restarting = true;
            later(between(2, 4), () => { // gone for a moment, then there again
                this.calls.clear();
                this.register(() => { this.restarting = false; });
            });
        }
    }

    onINVITE(request) {
        if (request.headers.to.params.tag) { // a re-INVITE: accepted as it is
            this.stack.send(this.accepted(request));
            return;
        }
        if (this.calls.size >= this.lines || this.restarting) {
            this.stack.send(this.answer(request, 486, 'Busy Here'));
            return;
        }
        const call = { id: request.headers['call-id'], request, tag: token(8), digits: '', wrong: 0, acknowledged: false };
        this.calls.set(call.id, call);
        this.stack.send(this.answer(request, 180, 'Ringing', { contact: this.contact }));
        call.timer = later(this.answers ? this.ring : 22, () => {
            if (!this.has(call)) {
                return;
            }
            if (!this.answers) {
                this.stack.send(this.answer(request, 480, 'Temporarily Unavailable'));
                this.calls.delete(call.id);
                return;
            }
            call.answered = true;
            this.repeat(call, 0.5);
        });
    }

    accepted(request) {
        const response = this.answer(request, 200, 'OK', {
            contact: this.contact, 'record-route': request.headers['record-route'], 'content-type': 'application/sdp',
        });
        response.content = this.offer();
        return response;
    }

    /** The 200 again and again until its ACK, as RFC 3261 §13.3.1.4 wants it. */
    repeat(call, wait) {
        if (!this.has(call) || call.acknowledged) {
            return;
        }
        if (wait > 8) {
            this.calls.delete(call.id);
            return;
        }
        this.stack.send(this.accepted(call.request));
        call.timer = later(wait, () => this.repeat(call, Math.min(wait * 2, 32)));
    }

    onACK(request) {
        const call = this.callOf(request);
        if (call) {
            call.acknowledged = true;
        }
    }

    onCANCEL(request) {
        this.stack.send(this.answer(request, 200, 'OK'));
        const call = this.callOf(request);
        if (call && !call.answered) {
            clearTimeout(call.timer);
            this.stack.send(this.answer(call.request, 487, 'Request Terminated'));
            this.calls.delete(call.id);
        }
    }

    onBYE(request) {
        const mine = this.callOf(request);
        this.stack.send(this.answer(request, mine ? 200 : 481, mine ? 'OK' : 'Call/Transaction Does Not Exist'));
        if (mine) {
            clearTimeout(mine.timer);
            this.calls.delete(mine.id);
        }
    }

    /** A digit for the voicemail: after four the PIN is right or wrong, after some wrong ones it hangs up. */
    onINFO(request) {
        const call = this.callOf(request);
        if (!call) {
            this.stack.send(this.answer(request, 481, 'Call/Transaction Does Not Exist'));
            return;
        }
        this.stack.send(this.answer(request, 200, 'OK'));
        call.digits += (/Signal=\s*([0-9*#])/i.exec(request.content) || ['', ''])[1];
        if (!this.pin || call.heard || call.digits.length < 4) {
            return;
        }
        if (call.digits === this.pin) {
            call.heard = true;
            console.log(`pin right ${call.digits} of ${named(call.request.headers.from.uri)}`);
            later(4, () => this.hangUp(call));
        } else if (++call.wrong === this.tries) {
            later(0.3, () => this.hangUp(call));
        }
        call.digits = '';
    }

    /** The called phone ends the call. */
    hangUp(call) {
        if (!this.has(call)) {
            return;
        }
        const { from, to } = call.request.headers;
        const me = { uri: to.uri, params: { ...to.params, tag: call.tag } };
        this.stack.send(this.request('BYE', call.request.headers.contact[0].uri, {
            from: me, to: from, 'call-id': call.id, cseq: { method: 'BYE', seq: 1 },
            route: (call.request.headers['record-route'] || []).slice(),
        }), () => {});
        this.calls.delete(call.id);
    }

    offer() {
        const port = 20000 + 2 * (Number(this.address.split(/[.:]/).pop()) || 1);
        const family = this.address.includes(':') ? 6 : 4;
        return `v=0\r\no=- 4200 1 IN IP${family} ${this.address}\r\ns=-\r\nc=IN IP${family} ${this.address}\r\nt=0 0\r\n`
            + `m=audio ${port} RTP/AVP 8 0\r\na=rtpmap:8 PCMA/8000\r\na=rtpmap:0 PCMU/8000\r\n`;
    }

    dial(user, talk) {
        const call = { id: token(16), outgoing: true };
        this.calls.set(call.id, call);
        const from = { uri: `sip:${this.user}@${this.domain}`, params: { tag: token(8) } };
        const basis = { from, to: { uri: `sip:${user}@${this.domain}` }, 'call-id': call.id, contact: this.contact };
        const over = () => { this.calls.delete(call.id); };
        this.stack.send(this.request('INVITE', `sip:${user}@${plan.proxy}`,
            { ...basis, cseq: { method: 'INVITE', seq: 1 }, allow: 'INVITE, ACK, CANCEL, BYE, OPTIONS, NOTIFY, MESSAGE, INFO' },
            this.offer()), response => {
            if (response.status < 200) {
                return;
            }
            if (response.status >= 300) {
                over();
                return;
            }
            const inside = {
                from, to: response.headers.to, 'call-id': call.id,
                route: (response.headers['record-route'] || []).slice().reverse(),
            };
            const remote = response.headers.contact[0].uri;
            const acknowledge = () => this.stack.send(this.request('ACK', remote, {
                ...inside, route: inside.route.slice(), cseq: { method: 'ACK', seq: 1 }, via: [],
            }));
            acknowledge();
            if (call.answered) {
                return; // the 200 came again
            }
            call.answered = true;
            call.timer = later(talk, () => {
                if (this.has(call)) {
                    this.stack.send(this.request('BYE', remote,
                        { ...inside, route: inside.route.slice(), cseq: { method: 'BYE', seq: 2 } }), over);
                }
            });
        });
    }
}

const phones = plan.phones.map(settings => new Phone(settings));
let registered = 0;
phones.forEach((phone, index) => later(0.2 + index * 0.05, () => phone.register(status => {
    registered += status === 200 ? 1 : 0;
    console.log(`registered ${registered} ${status}`);
})));
function somebodyCalls() {
    if (!fs.existsSync(plan.calling)) {
        return;
    }
    const idle = phones.filter(phone => phone.calls.size === 0 && !phone.restarting && phone.answers && !phone.pin);
    if (idle.length > 1) {
        const caller = idle[Math.floor(random() * idle.length)];
        const others = idle.filter(phone => phone !== caller);
        caller.dial(others[Math.floor(random() * others.length)].user, between(2, 7));
    }
    later(between(0.5, 1.5) * plan.pause, somebodyCalls);
}
function begin() {
    if (!fs.existsSync(plan.calling)) {
        later(0.1, begin);
        return;
    }
    if (plan.pause) {
        later(1, somebodyCalls);
    }
    for (const { at, from, to, talk } of plan.calls || []) {
        later(at, () => phones.find(phone => phone.user === from).dial(to, talk));
    }
    for (const second of plan.again || []) {
        phones.forEach(phone => later(second + between(0, 3), () => phone.register()));
    }
}
begin();
process.on('SIGTERM', () => process.exit(0));
later(LONGEST_LIFE / 1000, () => process.exit(0));
