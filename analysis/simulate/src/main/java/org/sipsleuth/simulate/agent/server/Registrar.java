package org.sipsleuth.simulate.agent.server;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.agent.transaction.Addresses;
import org.sipsleuth.simulate.agent.transaction.ServerTransaction;
import org.sipsleuth.simulate.clock.Timeline;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.network.Socket;

/// Handles REGISTER (RFC 3261 §10.3).
final class Registrar {

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_BRIEF = 423;
    private static final int LEAST_SECONDS = 30;
    private static final int USUAL_SECONDS = 3600;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Location location;
    private final DigestAuthenticator gatekeeper;
    private final Addresses addresses;
    private final Timeline timeline;
    private boolean challenges;
    private boolean hidesUsers;

    Registrar(Location location, DigestAuthenticator gatekeeper, Addresses addresses, Timeline timeline) {
        this.location = location;
        this.gatekeeper = gatekeeper;
        this.addresses = addresses;
        this.timeline = timeline;
    }

    void challenge() {
        challenges = true;
    }

    void hideUsers() {
        hidesUsers = true;
    }

    void receive(ServerTransaction transaction) {
        Signal request = transaction.request();
        String user = Addresses.user(request.to.uri());
        boolean known = location.account(user) != null;
        if (!known && !(hidesUsers && challenges)) {
            transaction.refuse(hidesUsers ? FORBIDDEN : NOT_FOUND);
        } else if (!challenges || gatekeeper.lets(transaction, UNAUTHORIZED)) {
            bind(transaction, user);
        }
    }

    private void bind(ServerTransaction transaction, String user) {
        Signal request = transaction.request();
        String contact = request.contact;
        int seconds = seconds(request);
        if (seconds < 0) {
            transaction.refuse(BAD_REQUEST);
            return;
        }
        if (seconds > 0 && seconds < LEAST_SECONDS) {
            Signal response = transaction.response(TOO_BRIEF);
            transaction.send(response.with("Min-Expires", Integer.toString(LEAST_SECONDS)));
            return;
        }
        long now = timeline.nowNanos();
        if (contact != null) {
            String uri = Addresses.uri(contact);
            Socket socket = socket(transaction, uri);
            if (seconds == 0) {
                location.unbind(user, uri);
            } else if (socket != null) {
                location.bind(user, uri, socket, now + seconds * NANOS_PER_SECOND);
            }
        }
        Signal response = transaction.response(OK);
        response.contact = location.contacts(user, now);
        transaction.send(response);
    }

    /// The source address of the user, if no proxy is in between.
    private @Nullable Socket socket(ServerTransaction transaction, String uri) {
        boolean direct = transaction.request().vias.size() == 1;
        Socket named = addresses.socket(uri);
        Socket sentBy = addresses.socket(transaction.request().via().sentBy());
        boolean translated = direct && named != null && named.equals(sentBy);
        return translated ? transaction.source() : named;
    }

    private static int seconds(Signal request) {
        String expires = request.field("Expires").orElse("");
        String contact = request.contact;
        int parameter = contact == null ? -1 : contact.indexOf(";expires=");
        if (contact != null && parameter >= 0) {
            expires = contact.substring(parameter + ";expires=".length());
        }
        if (expires.isEmpty()) {
            return USUAL_SECONDS;
        }
        boolean digits = expires.chars().allMatch(Character::isDigit);
        return digits && expires.length() < Integer.toString(Integer.MAX_VALUE).length() ? Integer.parseInt(expires)
                : -1;
    }
}
