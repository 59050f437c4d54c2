package org.sipsleuth.dialog.field;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.sip.HeaderName;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.field.NameAddr;

/// Texts that stand in messages and not in the tables. Remembers the message that was parsed last.
final class MessageTexts {

    private static final int NONE = -1;

    private final SipIndex index;
    private final MessageTable messages;
    private final SipLayout layout = new SipLayout();
    private byte[] buffer = new byte[0];
    private int parsed = NONE;

    MessageTexts(SipIndex index) {
        this.index = index;
        messages = index.messages();
    }

    /// The first request or response of a dialog, or -1.
    int first(HeaderValue.Side side, int dialog) {
        boolean wantsRequest = side == HeaderValue.Side.REQUEST;
        int first = index.dialogs().firstMessage(dialog);
        if (messages.isRequest(first) == wantsRequest) {
            return first;
        }
        for (int message : index.messagesOf(dialog)) {
            if (messages.isRequest(message) == wantsRequest) {
                return message;
            }
        }
        return NONE;
    }

    /// Server of the dialog's first response that has one, else its User-Agent; or empty.
    String server(int dialog) {
        for (int message : index.messagesOf(dialog)) {
            // what a proxy itself says of its trying names no callee
            if (!messages.isRequest(message) && messages.type(message) > 100) {
                String server = header(message, HeaderName.SERVER.text());
                String named =
                        server.isEmpty() ? header(message, HeaderName.USER_AGENT.text()) : server;
                if (!named.isEmpty()) {
                    return named;
                }
            }
        }
        return "";
    }

    /// The Request-URI of the first request, or empty.
    String requestUri(int dialog) {
        int message = first(HeaderValue.Side.REQUEST, dialog);
        if (message == NONE) {
            return "";
        }
        parse(message);
        return layout.text(Part.REQUEST_URI, buffer);
    }

    /// The display name in a header field of this name, or empty.
    String displayName(String header, int message) {
        String value = header(message, header);
        return value.isEmpty() ? "" : NameAddr.of(value).displayName();
    }

    /// The reason phrase of a response, or empty.
    String reasonPhrase(int message) {
        parse(message);
        return layout.text(Part.REASON, buffer);
    }

    /// The value of the first header field of this name in a message, its lines joined by a space;
    /// or empty.
    String header(int message, String name) {
        parse(message);
        @Nullable HeaderName known = HeaderName.of(name).orElse(null);
        for (int i = 0; i < layout.fieldCount(); i++) {
            boolean is = known != null ? layout.fieldName(i) == known : isNamed(i, name);
            if (is) {
                return unfolded(layout.valueFrom(i), layout.valueTo(i));
            }
        }
        return "";
    }

    private boolean isNamed(int field, String name) {
        int from = layout.fieldFrom(field);
        return layout.nameTo(field) - from == name.length()
                && new String(buffer, from, name.length(), StandardCharsets.ISO_8859_1)
                        .equalsIgnoreCase(name);
    }

    private String unfolded(int from, int to) {
        String value = new String(buffer, from, to - from, StandardCharsets.UTF_8);
        boolean isOneLine = value.indexOf('\n') < 0 && value.indexOf('\r') < 0;
        return isOneLine ? value : value.replaceAll("[ \\t]*[\\r\\n]+[ \\t]*", " ");
    }

    private void parse(int message) {
        if (parsed != message) {
            buffer = index.layout(message, layout);
            parsed = message;
        }
    }

    /// The reason that a message gives for ending something (RFC 3326), if it gives one.
    Optional<ReasonValue> reason(int message) {
        return ReasonValue.best(header(message, HeaderName.REASON.text()));
    }
}
