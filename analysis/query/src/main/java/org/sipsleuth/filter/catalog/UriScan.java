package org.sipsleuth.filter.catalog;

import org.sipsleuth.sip.field.SipGrammar;

/// Reads one URI (RFC 3261 §19.1) in bytes; used again for each. Offsets are -1 for what is absent.
final class UriScan {

    int userFrom;
    int userTo;
    int hostFrom;
    int hostTo;
    int portFrom;
    int portTo;
    int parametersFrom;
    int parametersTo;

    void read(byte[] a, int from, int to) {
        userFrom = userTo = hostFrom = hostTo = portFrom = portTo = -1;
        parametersFrom = parametersTo = -1;
        int colon = SipGrammar.schemeEnd(a, from, to);
        if (colon < 0) {
            return;
        }
        boolean isTel = SipGrammar.isWord(a, from, colon, "tel");
        int begin = colon + 1;
        if (isTel) {
            userFrom = begin;
            userTo = find(a, begin, to, ';');
            parameters(userTo, to);
            return;
        }
        int sign = find(a, begin, to, '@');
        hostFrom = begin;
        if (sign < to) {
            userFrom = begin;
            userTo = find(a, begin, sign, ':');
            hostFrom = sign + 1;
        }
        int p = hostFrom;
        if (p < to && a[p] == '[') {
            p = Math.min(to, find(a, p, to, ']') + 1);
        }
        while (p < to && a[p] != ':' && a[p] != ';' && a[p] != '?') {
            p++;
        }
        hostTo = p;
        if (p < to && a[p] == ':') {
            portFrom = p + 1;
            portTo = portFrom;
            while (portTo < to && a[portTo] != ';' && a[portTo] != '?') {
                portTo++;
            }
            p = portTo;
        }
        parameters(p, to);
    }

    private void parameters(int semicolon, int to) {
        if (semicolon < to) {
            parametersFrom = semicolon + 1;
            parametersTo = to;
        }
    }

    /// Where the character is first in the range, or its end.
    private static int find(byte[] a, int from, int to, char c) {
        int p = from;
        while (p < to && a[p] != c) {
            p++;
        }
        return p;
    }
}
