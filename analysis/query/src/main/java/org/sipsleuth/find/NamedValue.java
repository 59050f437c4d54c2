package org.sipsleuth.find;

import java.util.Locale;
import java.util.Optional;
import org.sipsleuth.capture.Addresses;
import org.sipsleuth.capture.IpText;

/// A user at a host, as one value of a message names them.
///
/// @param party the user as [org.sipsleuth.dialog.leg.fact.Party] compares it
/// @param host as [#normal] writes it; empty if there is none
record NamedValue(long party, String host) {

    private static final int DOTS = 3;

    /// The usual form of an address; empty for anything else, also for a number, which some programs read
    /// as IPv4.
    static Optional<String> address(String host) {
        boolean mayBe = host.indexOf(':') >= 0 || host.chars().filter(c -> c == '.').count() == DOTS;
        return mayBe ? Addresses.literal(host).map(address -> IpText.of(address.getAddress())) : Optional.empty();
    }

    /// An address in its usual form, a name in lower case.
    static String normal(String host) {
        return address(host).orElseGet(() -> host.toLowerCase(Locale.ROOT));
    }
}
