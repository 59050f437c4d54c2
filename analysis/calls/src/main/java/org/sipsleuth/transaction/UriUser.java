package org.sipsleuth.transaction;

import org.sipsleuth.sip.field.SipGrammar;

/// The user of a URI as it is written, escapes kept, without password and parameters; of a `tel`
/// URI its number (RFC 3261 §19.1, RFC 3966). Used again for each.
final class UriUser {

    /// Where the user begins.
    int from;

    /// Where it ends.
    int to;

    /// Reads the URI that fills the range.
    ///
    /// @return whether it has a user
    boolean read(byte[] a, int uriFrom, int uriTo) {
        int colon = SipGrammar.schemeEnd(a, uriFrom, uriTo);
        from = colon < 0 ? uriFrom : colon + 1;
        int at = from;
        while (at < uriTo && a[at] != '@') {
            at++;
        }
        boolean isNumber = colon >= 0 && SipGrammar.isWord(a, uriFrom, colon, "tel");
        if (at == uriTo && !isNumber) {
            return false;
        }
        to = from;
        while (to < at && a[to] != ':' && a[to] != ';') {
            to++;
        }
        return to > from;
    }
}
