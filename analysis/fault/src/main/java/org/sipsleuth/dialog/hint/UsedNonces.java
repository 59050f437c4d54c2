package org.sipsleuth.dialog.hint;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.field.DigestScan;

/// Counts how often a client used a nonce again though it had got a new one (RFC 7616 §3.3).
final class UsedNonces {

    private static final String NONCE = "nonce";

    private final SipIndex index;
    private final DigestScan scan = new DigestScan();

    UsedNonces(SipIndex index) {
        this.index = index;
    }

    /// How many requests of the dialog of a refusal, up to it, have a nonce with which another one before
    /// had been refused already. Cost: the messages of the dialog.
    int repeated(int refusal) {
        MessageTable messages = index.messages();
        Set<String> refused = new HashSet<>();
        Optional<String> used = Optional.empty();
        int count = 0;
        for (int message : index.messagesOf(messages.dialog(refusal))) {
            if (messages.isRetransmission(message)) {
                continue;
            }
            if (messages.isRequest(message)) {
                used = nonce(index.message(message), "Authorization", "Proxy-Authorization");
                count += used.filter(refused::contains).isPresent() ? 1 : 0;
            } else if (messages.type(message) == 401 || messages.type(message) == 407) {
                used.ifPresent(refused::add);
            }
            if (message == refusal) {
                return count;
            }
        }
        return count;
    }

    private Optional<String> nonce(SipMessage sip, String... headers) {
        return Stream.of(headers).flatMap(name -> sip.headers(name).stream()).flatMap(value -> {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            return scan.find(bytes, 0, bytes.length, NONCE)
                    ? Stream.of(new String(bytes, scan.from, scan.to - scan.from, StandardCharsets.UTF_8))
                    : Stream.empty();
        }).findFirst();
    }
}
