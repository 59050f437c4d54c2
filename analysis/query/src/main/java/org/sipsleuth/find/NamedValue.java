package org.sipsleuth.find;

import java.util.Locale;
import org.sipsleuth.capture.IpText;
import org.sipsleuth.dialog.note.Addresses;

/// A user at a host, as one value of a message names them.
///
/// @param party the user as [org.sipsleuth.dialog.leg.fact.Party] compares it
/// @param host as [#normal] writes it; empty if there is none
record NamedValue(long party, String host) {

    /// An address in its usual form, a name in lower case.
    static String normal(String host) {
        return Addresses.literal(host)
                .map(address -> IpText.of(address.getAddress()))
                .orElseGet(() -> host.toLowerCase(Locale.ROOT));
    }
}
