package org.sipsleuth.simulate.agent.server;

import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.agent.plan.Account;
import org.sipsleuth.simulate.agent.transaction.Addresses;
import org.sipsleuth.simulate.agent.transaction.ServerTransaction;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.clock.Timeline;
import org.sipsleuth.simulate.message.Digest;
import org.sipsleuth.simulate.message.Signal;

/// Digest authentication (RFC 3261 §22). A nonce encodes the time at which it was made, so none is
/// stored.
final class DigestAuthenticator {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final long NONCE_NANOS = 300_000_000_000L;
    private static final int STAMP_DIGITS = 16;

    private final String realm;
    private final Location location;
    private final Timeline timeline;
    private final long secret;
    private boolean refusesWrongPasswords;

    DigestAuthenticator(String realm, Location location, Timeline timeline, SeededRandom draws) {
        this.realm = realm;
        this.location = location;
        this.timeline = timeline;
        this.secret = draws.between(1, Long.MAX_VALUE - 1);
    }

    void refuseWrongPasswords() {
        refusesWrongPasswords = true;
    }

    /// Challenges or rejects a request that is not authorised.
    ///
    /// @param status 401 or 407
    /// @return whether it is authorised
    boolean lets(ServerTransaction transaction, int status) {
        Signal request = transaction.request();
        boolean own = status == UNAUTHORIZED;
        Optional<String> answer = request.field(own ? "Authorization" : "Proxy-Authorization");
        if (answer.isEmpty()) {
            challenge(transaction, status, false);
            return false;
        }
        String nonce = Digest.parameter(answer.get(), "nonce");
        boolean fits = fits(request, answer.get());
        if (fits && isFresh(nonce)) {
            return true;
        }
        if (!fits && refusesWrongPasswords) {
            transaction.refuse(FORBIDDEN);
        } else {
            challenge(transaction, status, fits);
        }
        return false;
    }

    private boolean fits(Signal request, String answer) {
        Account account = location.account(Digest.parameter(answer, "username"));
        return account != null && account.user().equals(Addresses.user(request.from.uri()))
                && Digest.fits(answer, request.method, account.password());
    }

    private void challenge(ServerTransaction transaction, int status, boolean stale) {
        String value = Digest.challenge(realm, nonce(timeline.nowNanos()));
        Signal response = transaction.response(status);
        response.with(status == UNAUTHORIZED ? "WWW-Authenticate" : "Proxy-Authenticate",
                stale ? value + ", stale=true" : value);
        transaction.send(response);
    }

    private String nonce(long nanos) {
        long seal = new SeededRandom(nanos ^ secret).between(0, Long.MAX_VALUE - 1);
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(nanos) + hex.toHexDigits(seal);
    }

    private boolean isFresh(@Nullable String nonce) {
        if (nonce == null || nonce.length() != 2 * STAMP_DIGITS) {
            return false;
        }
        String stamp = nonce.substring(0, STAMP_DIGITS);
        if (!stamp.chars().allMatch(HexFormat::isHexDigit)) {
            return false;
        }
        long nanos = HexFormat.fromHexDigitsToLong(stamp);
        long age = timeline.nowNanos() - nanos;
        return age >= 0 && age <= NONCE_NANOS && nonce.equals(nonce(nanos));
    }
}
