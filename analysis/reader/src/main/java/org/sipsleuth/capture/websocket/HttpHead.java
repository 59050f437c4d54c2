package org.sipsleuth.capture.websocket;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The head of an HTTP request or response (RFC 9112 §2), as far as it says what follows it.
///
/// @param text all of it, in lower case
record HttpHead(String text) {

    private static final int STATUS_AT = "http/1.1 ".length();

    static HttpHead of(byte[] bytes) {
        return new HttpHead(new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT));
    }

    boolean isResponse() {
        return text.startsWith("http/");
    }

    /// Whether it asks for a head alone, so that the response has no body.
    boolean isHeadRequest() {
        return text.startsWith("head ");
    }

    /// Whether the answer to a request goes on behind this response.
    boolean isInterim() {
        return isStatus("1");
    }

    /// Whether it asks for a WebSocket, or agrees to one (RFC 6455 §4).
    boolean isUpgrade() {
        return isResponse() ? isStatus("101") : says("upgrade", "websocket");
    }

    /// Whether it agrees that messages may be compressed (RFC 7692 §5).
    boolean mayCompress() {
        return says("sec-websocket-extensions", "permessage-deflate");
    }

    /// The body behind it, or null if it does not say where that ends, short of the end of the
    /// connection (RFC 9112 §6.3).
    @Nullable
    HttpBody body() {
        boolean hasNone = isResponse() && (isInterim() || isStatus("204") || isStatus("304"));
        if (hasNone) {
            return HttpBody.ofBytes(0);
        }
        if (says("transfer-encoding", "chunked")) {
            return HttpBody.ofChunks();
        }
        String length = value("content-length");
        if (length == null) {
            return isResponse() ? null : HttpBody.ofBytes(0);
        }
        return HttpBody.ofBytes(HttpBody.number(length.strip(), 10));
    }

    private boolean isStatus(String digits) {
        return text.startsWith(digits, STATUS_AT);
    }

    private boolean says(String field, String word) {
        return text.lines().anyMatch(line -> line.startsWith(field + ":") && line.contains(word));
    }

    private @Nullable String value(String field) {
        return text.lines()
                .filter(line -> line.startsWith(field + ":"))
                .map(line -> line.substring(field.length() + 1))
                .findFirst()
                .orElse(null);
    }
}
