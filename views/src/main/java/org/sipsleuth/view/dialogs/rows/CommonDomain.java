package org.sipsleuth.view.dialogs.rows;

import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.SipIndex;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The host that most callers and callees of a capture share, which rows of the list omit.
public final class CommonDomain {

    /// So many dialogs decide; a list is not made slower by more.
    private static final int SAMPLE = 1_000;

    private CommonDomain() {}

    /// The host that more than half of the users of the first dialogs have: `example.org`, in
    /// lower case.
    public static Optional<String> of(SipIndex index) {
        DialogTable dialogs = index.dialogs();
        Map<String, Integer> counts = new HashMap<>();
        int users = 0;
        int sampled = Math.min(SAMPLE, dialogs.size());
        for (int dialog = 0; dialog < sampled; dialog++) {
            for (String uri : new String[] {dialogs.caller(dialog), dialogs.callee(dialog)}) {
                String host = host(uri);
                if (!host.isEmpty()) {
                    counts.merge(host, 1, Integer::sum);
                    users++;
                }
            }
        }
        int all = users;
        return counts.entrySet().stream()
                .filter(each -> each.getValue() * 2 > all)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// The text of a user without this host: `1001` of `1001@example.org`.
    public static String omit(String user, String host) {
        int length = user.length() - host.length() - 1;
        boolean ends =
                length > 0
                        && user.charAt(length) == '@'
                        && user.regionMatches(true, length + 1, host, 0, host.length());
        return ends ? user.substring(0, length) : user;
    }

    /// The host of a SIP URI with a user, without port and parameters; empty if it has none.
    private static String host(String uri) {
        int at = uri.indexOf('@');
        if (at < 0) {
            return "";
        }
        int end = at + 1;
        while (end < uri.length() && ";?>".indexOf(uri.charAt(end)) < 0) {
            end++;
        }
        return uri.substring(at + 1, end).toLowerCase(java.util.Locale.ROOT);
    }
}
