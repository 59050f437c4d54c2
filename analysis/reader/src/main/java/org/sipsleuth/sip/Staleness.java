package org.sipsleuth.sip;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.sipsleuth.sip.field.DigestScan;
import org.sipsleuth.sip.field.SipGrammar;

/// Finds whether a challenge states `stale=true`: the credentials were refused because their nonce
/// had expired, not for their user or password (RFC 7616 §3.3). Used again for each.
public final class Staleness {

    private final DigestScan digest = new DigestScan();

    /// Whether one of the challenges of a response is stale.
    ///
    /// @param layout of the response in `buffer`
    public boolean isStale(byte[] buffer, SipLayout layout) {
        for (int i = 0; i < layout.fieldCount(); i++) {
            HeaderName name = layout.fieldName(i);
            if ((name == HeaderName.WWW_AUTHENTICATE || name == HeaderName.PROXY_AUTHENTICATE)
                    && isStale(buffer, layout.valueFrom(i), layout.valueTo(i))) {
                return true;
            }
        }
        return false;
    }

    /// The same of a message that was read whole.
    public boolean isStale(SipMessage response) {
        return Stream.of(HeaderName.WWW_AUTHENTICATE, HeaderName.PROXY_AUTHENTICATE)
                .flatMap(name -> response.headers(name.text()).stream())
                .map(value -> value.getBytes(StandardCharsets.UTF_8))
                .anyMatch(value -> isStale(value, 0, value.length));
    }

    private boolean isStale(byte[] value, int from, int to) {
        return digest.find(value, from, to, "stale") && SipGrammar.isWord(value, digest.from, digest.to, "true");
    }
}
