package org.sipsleuth.sip.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An address with its display name and the parameters after it (RFC 3261 §20.10, §25.1
/// `name-addr`), as From, To, Contact, Route and others hold it.
///
/// @param displayName without quotes; empty if there is none
/// @param uri the URI without angle brackets; empty if there is none
/// @param parameters the header field's own, names in lower case, in their order
public record NameAddr(String displayName, String uri, Map<String, String> parameters) {

    /// More addresses in one header field are passed over.
    private static final int MAX_ADDRESSES = 1_000;

    /// Reads the value of a header field that holds one address. What is malformed is read as far
    /// as it can be.
    public static NameAddr of(String value) {
        Text text = new Text(value);
        AddressScan scan = new AddressScan();
        scan.read(text.bytes(), 0, text.length(), false);
        return of(text, scan);
    }

    /// Reads the value of a header field that holds addresses separated by commas.
    public static List<NameAddr> listOf(String value) {
        Text text = new Text(value);
        AddressScan scan = new AddressScan();
        List<NameAddr> addresses = new ArrayList<>();
        int p = 0;
        while (p < text.length() && addresses.size() < MAX_ADDRESSES) {
            scan.read(text.bytes(), p, text.length(), true);
            if (scan.uriTo > scan.uriFrom) {
                addresses.add(of(text, scan));
            }
            p = scan.end + 1;
        }
        return addresses;
    }

    /// The value of the parameter `tag`.
    public Optional<String> tag() {
        return Optional.ofNullable(parameters.get("tag"));
    }

    /// The URI in its pieces; empty if it has no scheme.
    public Optional<SipUri> sipUri() {
        return SipUri.of(uri);
    }

    private static NameAddr of(Text text, AddressScan scan) {
        return new NameAddr(Parameters.unquoted(text.part(scan.displayFrom, scan.displayTo)),
                text.part(scan.uriFrom, scan.uriTo), Parameters.read(text, scan.parametersFrom));
    }
}
