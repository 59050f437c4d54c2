// A small telephone system: pbx.js ADDRESS DOMAIN PATTERN CARRIER. Registrar with digest (the password of 1001 is secret1001;
// WEAK_USER and WEAK_PASSWORD name an exception) and a proxy that stays in the calls, with the SIP stack
// `sip` of npm. Who is no extension hears 404; what begins with 0 goes to the carrier.
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
const sip = require('sip');
const proxy = require('sip/proxy');
const digest = require('sip/digest');
const crypto = require('crypto');

const [address, domain, pattern, carrier] = process.argv.slice(2);
const NAME = 'node-pbx sip.js/0.0.6';
const exists = new RegExp(pattern);
const contacts = new Map();
const nonces = new Set();
const unquoted = text => String(text || '').replace(/^"|"$/g, '');
const userOf = uri => sip.parseUri(uri).user || '';
const passwordOf = user => user === process.env.WEAK_USER ? process.env.WEAK_PASSWORD : `secret${user}`;

function answer(request, status, reason, headers = {}) {
    const response = sip.makeResponse(request, status, reason, { headers: { server: NAME, ...headers } });
    if (status > 100 && !response.headers.to.params.tag) {
        response.headers.to.params.tag = crypto.randomBytes(4).toString('hex');
    }
    return response;
}

function isRight(request, user) {
    const said = (request.headers.authorization || [])[0];
    if (!said || !nonces.has(unquoted(said.nonce)) || unquoted(said.username) !== user) {
        return false;
    }
    const ha1 = digest.calculateUserRealmPasswordHash(user, domain, passwordOf(user));
    return unquoted(said.response) === digest.calculateDigest({
        ha1, method: request.method, uri: unquoted(said.uri), nonce: unquoted(said.nonce), qop: unquoted(said.qop) || undefined,
        nc: unquoted(said.nc), cnonce: unquoted(said.cnonce), entity: request.content,
    });
}

function register(request) {
    const user = userOf(request.headers.to.uri);
    if (!exists.test(user)) {
        return answer(request, 404, 'Not Found');
    }
    if (!isRight(request, user)) {
        const nonce = crypto.randomBytes(16).toString('hex');
        nonces.add(nonce);
        return answer(request, 401, 'Unauthorized', {
            'www-authenticate': [{ scheme: 'Digest', realm: `"${domain}"`, nonce: `"${nonce}"`, algorithm: 'MD5', qop: '"auth"' }],
        });
    }
    const given = request.headers.contact;
    if (Array.isArray(given) && given.length > 0) {
        const seconds = Number(given[0].params?.expires ?? request.headers.expires ?? 300);
        if (seconds > 0) {
            contacts.set(user, given[0].uri);
        } else {
            contacts.delete(user);
        }
    }
    return answer(request, 200, 'OK', { contact: given, expires: 300 });
}

function targetOf(request) {
    const uri = sip.parseUri(request.uri);
    if (uri.host !== address && uri.host !== domain) {
        return request.headers.to.params.tag ? request.uri : null;
    }
    return /^0/.test(uri.user || '') ? `sip:${uri.user}@${carrier}` : contacts.get(uri.user);
}

proxy.start({ address, port: 5060, tcp: false, logger: { error: e => console.log(e) } }, request => {
    if (request.method === 'REGISTER') {
        proxy.send(register(request));
        return;
    }
    const user = userOf(request.uri);
    if (request.method === 'OPTIONS' && !user) {
        proxy.send(answer(request, 200, 'OK', { allow: 'INVITE, ACK, CANCEL, BYE, OPTIONS, REGISTER' }));
        return;
    }
    delete request.headers.route;
    const target = targetOf(request);
    if (request.method === 'ACK' && !target) {
        return;
    }
    if (!target) {
        proxy.send(exists.test(user) ? answer(request, 480, 'Temporarily Unavailable') : answer(request, 404, 'Not Found'));
        return;
    }
    if (request.method === 'INVITE' && !request.headers.to.params.tag) {
        request.headers['record-route'] = [{ uri: `sip:${address};lr` }];
    }
    if (request.method === 'INVITE') {
        proxy.send(answer(request, 100, 'Trying'));
    }
    request.uri = target;
    request.headers['max-forwards'] = Math.max(0, (Number(request.headers['max-forwards']) || 70) - 1);
    if (request.method === 'ACK') { // the stack adds no Via to it
        request.headers.via.unshift({ params: { branch: sip.generateBranch() } });
        sip.send(request);
        return;
    }
    proxy.send(request);
});
process.on('SIGTERM', () => process.exit(0));
setTimeout(() => process.exit(0), 200_000);
