package org.sipsleuth.view.dialogs.table.query;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.SipIndex;

/// The host that most callers and callees of a capture share, which rows of the list omit.
public final class CommonDomain {

    /// So many dialogs decide; a list is not made slower by more.
    private static final int SAMPLE = 1_000;

    /// A 2xx response in a sequence of message types.
    private static final Pattern SUCCEEDED = Pattern.compile("\\b2\\d\\d\\b");

    private CommonDomain() {}

    /// The host that more than half of the users of the first dialogs have: `example.org`, in
    /// lower case, or empty. A user counts once, and only where a request succeeded
    /// unless none did: a scan repeats one user, or tries hundreds that do not exist.
    public static String of(SipIndex index) {
        Set<String> users = users(index.dialogs(), true);
        if (users.isEmpty()) {
            users = users(index.dialogs(), false);
        }
        int most = users.size();
        Map<String, Integer> counts = new HashMap<>();
        users.forEach(user -> counts.merge(user.substring(user.indexOf('@') + 1), 1, Integer::sum));
        return counts.entrySet()
                .stream()
                .filter(each -> each.getValue() * 2 > most)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private static Set<String> users(DialogTable dialogs, boolean onlySucceeded) {
        Set<String> users = new HashSet<>();
        int sampled = Math.min(SAMPLE, dialogs.size());
        for (int dialog = 0; dialog < sampled; dialog++) {
            if (!onlySucceeded || SUCCEEDED.matcher(dialogs.sequenceText(dialog)).find()) {
                users.add(user(dialogs.caller(dialog)));
                users.add(user(dialogs.callee(dialog)));
            }
        }
        users.remove("");
        return users;
    }

    /// The text of a user without this host: `1001` of `1001@example.org`.
    public static String omit(String user, String host) {
        int length = user.length() - host.length() - 1;
        boolean ends = !host.isEmpty() && length > 0 && user.charAt(length) == '@'
                && user.regionMatches(true, length + 1, host, 0, host.length());
        return ends ? user.substring(0, length) : user;
    }

    /// A SIP URI without its parameters, in lower case; empty if it has no user.
    private static String user(String uri) {
        int end = 0;
        while (end < uri.length() && ";?>".indexOf(uri.charAt(end)) < 0) {
            end++;
        }
        String user = uri.substring(0, end).toLowerCase(Locale.ROOT);
        return user.indexOf('@') < 0 ? "" : user;
    }
}
