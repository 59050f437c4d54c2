package org.sipsleuth.simulate.agent.server;

import java.util.Set;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.Field;
import org.sipsleuth.simulate.message.Signal;

/// What both legs of one call share.
final class Correlation {

    private static final String X_CALL_ID = "X-Call-ID";
    private static final String SESSION_ID = "Session-ID";
    private static final String CHARGING = "P-Charging-Vector";
    private static final String NOBODY = "0".repeat(32);

    /// Header fields that end at a B2BUA.
    private static final Set<String> OWN =
            Set.of("Supported", "Require", "RSeq", "RAck", "Accept", X_CALL_ID, SESSION_ID, CHARGING);

    private final SharedHeader header;
    private final String value;
    private String others = NOBODY;

    /// @param invite the first leg's, which may have come from another B2BUA
    Correlation(SharedHeader header, Signal invite, SeededRandom draws, String host) {
        this.header = header;
        this.value = switch (header) {
            case NONE -> "";
            case X_CALL_ID -> invite.field(X_CALL_ID).orElse(invite.callId);
            case SESSION_ID ->
                    invite.field(SESSION_ID).map(Correlation::first).orElseGet(() -> draws.hex(NOBODY.length()));
            case CHARGING_VECTOR -> invite.field(CHARGING)
                    .orElseGet(() -> "icid-value=%s;icid-generated-at=%s".formatted(draws.hex(24), host));
        };
    }

    private static String first(String sessionId) {
        int end = sessionId.indexOf(';');
        return end < 0 ? sessionId : sessionId.substring(0, end);
    }

    /// Learns what the second leg's other end calls the session.
    void learn(Signal response, SeededRandom draws) {
        if (header == SharedHeader.SESSION_ID && others.equals(NOBODY)) {
            others = response.field(SESSION_ID).map(Correlation::first).orElseGet(() -> draws.hex(NOBODY.length()));
        }
    }

    /// Copies header fields that concern both ends, and adds what legs share.
    ///
    /// @param toCallee which leg the message goes out on
    void fill(Signal message, Signal from, boolean toCallee) {
        for (Field field : from.fields) {
            if (!OWN.contains(field.name())) {
                message.fields.add(field);
            }
        }
        switch (header) {
            case X_CALL_ID -> {
                if (toCallee && message.isRequest("INVITE")) {
                    message.with(X_CALL_ID, value);
                }
            }
            case SESSION_ID ->
                    message.with(SESSION_ID, toCallee ? value + ";remote=" + others : others + ";remote=" + value);
            case CHARGING_VECTOR -> {
                if (message.method.equals("INVITE")) {
                    message.with(CHARGING, value);
                }
            }
            case NONE -> {
            }
        }
    }
}
