package org.sipsleuth.dialog.attempt;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.sipsleuth.capture.integrity.CaptureChangedException;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.Staleness;
import org.sipsleuth.sip.field.DigestScan;

/// Reads whether a challenge refuses the credentials of its request. One thread at a time.
final class Credentials {

    private static final int PROXY = 407;

    private final SipIndex index;
    private final MessageTable messages;
    private final DigestScan digest = new DigestScan();
    private final Staleness staleness = new Staleness();

    Credentials(SipIndex index) {
        this.index = index;
        messages = index.messages();
    }

    /// Whether a request had a digest for the one that challenges it again, and not only its nonce
    /// had expired (RFC 7616 §3.3). An empty digest, with which a phone names itself, does not
    /// count (3GPP TS 24.229 §5.1.1.2); a proxy's challenge does not refuse the credentials for the
    /// registrar.
    boolean areRefused(int request, int challenge) {
        String name = messages.type(challenge) == PROXY ? "Proxy-Authorization" : "Authorization";
        return message(request).filter(sip -> hasDigest(sip, name)).isPresent()
                && message(challenge).filter(sip -> !staleness.isStale(sip)).isPresent();
    }

    private boolean hasDigest(SipMessage sip, String name) {
        return sip.headers(name).stream().anyMatch(this::hasDigest);
    }

    private boolean hasDigest(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return digest.find(bytes, 0, bytes.length, "response") && digest.from < digest.to;
    }

    /// Empty if its capture was changed since.
    private Optional<SipMessage> message(int message) {
        try {
            return Optional.of(index.message(message));
        } catch (CaptureChangedException e) {
            return Optional.empty();
        }
    }
}
