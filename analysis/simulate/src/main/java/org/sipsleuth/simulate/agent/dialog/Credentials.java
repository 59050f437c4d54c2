package org.sipsleuth.simulate.agent.dialog;

import java.util.Optional;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.Digest;
import org.sipsleuth.simulate.message.Field;
import org.sipsleuth.simulate.message.Signal;

/// Answers the challenges to a request (RFC 3261 §22); a nonce is reused while it is accepted.
public final class Credentials {

    private static final int UNAUTHORIZED = 401;
    private static final int PROXY_UNAUTHORIZED = 407;
    private static final int CLIENT_NONCE = 16;

    private final String user;
    private final String password;
    private final SeededRandom draws;
    private String challenge = "";
    private String name = "";
    private int count;

    /// @param draws source of the client nonces
    public Credentials(String user, String password, SeededRandom draws) {
        this.user = user;
        this.password = password;
        this.draws = draws;
    }

    /// Whether a response asks for credentials.
    public static boolean isChallenge(Signal response) {
        return response.status == UNAUTHORIZED || response.status == PROXY_UNAUTHORIZED;
    }

    /// Reads the challenge of a 401 or 407.
    ///
    /// @return whether to try again: false if the challenge rejects wrong credentials
    public boolean accept(Signal response) {
        boolean own = response.status == UNAUTHORIZED;
        Optional<String> asked = response.field(own ? "WWW-Authenticate" : "Proxy-Authenticate");
        if (asked.isEmpty()) {
            return false;
        }
        boolean again = count > 0 && !asked.get().contains("stale=true");
        challenge = asked.get();
        name = own ? "Authorization" : "Proxy-Authorization";
        count = 0;
        return !again;
    }

    /// Adds credentials to a request if a challenge is known.
    public void authorize(Signal request) {
        if (challenge.isEmpty()) {
            return;
        }
        count++;
        request.with(name, Digest.answer(challenge, user, password, request.method, request.requestUri, count,
                draws.hex(CLIENT_NONCE)));
    }

    /// Removes the credentials from a request that is to be sent again.
    static boolean isCredential(Field field) {
        return field.name().equals("Authorization") || field.name().equals("Proxy-Authorization");
    }

    /// The same request as a new transaction: with the next CSeq, without Via and
    /// credentials.
    public static Signal again(Signal request) {
        Signal next = new Signal(request.label, request.profile, request.method, 0, request.callId, request.cseq + 1);
        next.requestUri = request.requestUri;
        next.from = request.from;
        next.to = request.to;
        next.contact = request.contact;
        next.routes.addAll(request.routes);
        next.body = request.body;
        for (Field field : request.fields) {
            if (!isCredential(field)) {
                next.fields.add(field);
            }
        }
        return next;
    }
}
