package org.sipsleuth.sip.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One value of Via (RFC 3261 §20.42): a station that the request came through.
///
/// @param transport e.g. `UDP`, as written
/// @param host the host of sent-by, an IPv6 reference with its brackets
/// @param port the port of sent-by, or -1 if none is written
/// @param parameters names in lower case, in their order
public record Via(String transport, String host, int port, Map<String, String> parameters) {

    /// More values in one header field are passed over.
    private static final int MAX_VALUES = 1_000;

    private static final int MAX_PORT = 65_535;

    /// Reads the values of one header field, topmost first. What is malformed is read as far as it
    /// can be; a value without host is left out.
    public static List<Via> listOf(String value) {
        Text text = new Text(value);
        ViaScan scan = new ViaScan();
        List<Via> values = new ArrayList<>();
        int p = 0;
        while (p < text.length() && values.size() < MAX_VALUES) {
            scan.read(text.bytes(), p, text.length());
            if (scan.hostTo > scan.hostFrom) {
                values.add(of(text, scan));
            }
            p = scan.end + 1;
        }
        return values;
    }

    /// The value of `branch`, which names the transaction.
    public Optional<String> branch() {
        return Optional.ofNullable(parameters.get("branch"));
    }

    /// The value of `received`: the address that the request really came from.
    public Optional<String> received() {
        return Optional.ofNullable(parameters.get("received"));
    }

    private static Via of(Text text, ViaScan scan) {
        long port = SipGrammar.number(text.bytes(), Math.max(0, scan.portFrom), scan.portTo);
        return new Via(text.part(scan.transportFrom, scan.transportTo), text.part(scan.hostFrom, scan.hostTo),
                port > MAX_PORT ? -1 : (int) port, Parameters.read(text, scan.parametersFrom));
    }
}
