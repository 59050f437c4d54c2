package org.sipsleuth.capture.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.sipsleuth.capture.tls.keylog.KeyLog;

/// A recorded TLS session: see `record.py` beside the recordings.
public final class Transcript {

    /// All of them that can be opened.
    public static final List<String> OPEN = List.of("tls12-ecdhe-ecdsa-aes128-gcm-sha256",
            "tls12-ecdhe-ecdsa-aes256-gcm-sha384", "tls12-ecdhe-ecdsa-chacha20-poly1305",
            "tls12-ecdhe-ecdsa-aes128-sha", "tls12-ecdhe-ecdsa-aes128-sha256", "tls12-ecdhe-ecdsa-aes256-sha384",
            "tls12-mte-ecdhe-ecdsa-aes128-sha", "tls12-mte-ecdhe-ecdsa-aes128-sha256",
            "tls12-mte-ecdhe-ecdsa-aes256-sha384", "tls12-rsa", "tls12-ticket", "tls12-session-id",
            "tls13-aes-128-gcm-sha256", "tls13-aes-256-gcm-sha384", "tls13-chacha20-poly1305-sha256", "tls13-resumed",
            "tls13-retry", "tls13-key-update", "tls13-early");

    /// Those that carry the call of `encapsulation/call.txt`.
    public static final List<String> CALLS = List.of("call-tls12-aes128-gcm-sha256", "call-tls12-aes256-gcm-sha384",
            "call-tls12-chacha20-poly1305", "call-tls12-aes128-sha", "call-tls12-aes128-sha256",
            "call-tls12-aes256-sha384", "call-tls12-mte-aes128-sha", "call-tls12-mte-aes256-sha384", "call-tls12-rsa",
            "call-tls12-ticket", "call-tls12-session-id", "call-tls13-aes-128-gcm-sha256",
            "call-tls13-aes-256-gcm-sha384", "call-tls13-chacha20-poly1305-sha256", "call-tls13-resumed",
            "call-tls13-key-update", "call-tls13-websocket");

    /// Bytes that one side sent at a time.
    ///
    /// @param hex the bytes
    /// @param ends whether a message ends with them; known of the calls only
    public record Flight(boolean fromClient, String hex, boolean ends) {

        /// The bytes.
        public byte[] bytes() {
            return HexFormat.of().parseHex(hex);
        }
    }

    private final List<Flight> flights = new ArrayList<>();
    private final StringBuilder keys = new StringBuilder();
    private String clientSaid = "";
    private String serverSaid = "";

    private Transcript() {}

    /// The one of this name.
    public static Transcript of(String name) {
        Transcript transcript = new Transcript();
        try (InputStream in = Transcript.class.getResourceAsStream(name + ".txt")) {
            byte[] text = Objects.requireNonNull(in, name).readAllBytes();
            new String(text, StandardCharsets.US_ASCII).lines().forEach(transcript::line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return transcript;
    }

    private void line(String line) {
        String what = line.substring(0, line.indexOf(' '));
        String rest = line.substring(line.indexOf(' ') + 1);
        switch (what) {
            case "key" -> keys.append(rest).append('\n');
            case "client", "server" -> flights.add(new Flight(what.equals("client"), rest, false));
            case "whole" -> {
                Flight last = flights.removeLast();
                flights.add(new Flight(last.fromClient(), last.hex(), true));
            }
            case "said-client" -> clientSaid = text(rest);
            case "said-server" -> serverSaid = text(rest);
            default -> {
            } // a comment
        }
    }

    private static String text(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
    }

    /// What went over the wire, in order.
    public List<Flight> flights() {
        return flights;
    }

    /// All that one side sent.
    byte[] sent(boolean byClient) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        flights.stream()
                .filter(flight -> flight.fromClient() == byClient)
                .forEach(flight -> all.writeBytes(flight.bytes()));
        return all.toByteArray();
    }

    /// Its key log.
    public String keys() {
        return keys.toString();
    }

    KeyLog keyLog() {
        return log(keys());
    }

    static KeyLog log(String text) {
        KeyLog log = new KeyLog();
        log.add(text.getBytes(StandardCharsets.US_ASCII), "test");
        return log;
    }

    String clientSaid() {
        return clientSaid;
    }

    String serverSaid() {
        return serverSaid;
    }
}
