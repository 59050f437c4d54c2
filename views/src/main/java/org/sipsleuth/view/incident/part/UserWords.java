package org.sipsleuth.view.incident.part;

import java.util.List;
import java.util.stream.Collectors;
import org.sipsleuth.call.record.UserNames;

/// Users in few words: without scheme, parameters and host, which the page has no room for.
public final class UserWords {

    private static final String NOBODY = "–";

    private UserWords() {}

    /// `1004` for `sip:1004@example.org;user=phone`; a dash for nobody.
    public static String of(String user) {
        String name = UserNames.AS_WRITTEN.of(user);
        int host = name.lastIndexOf('@');
        return name.isEmpty() ? NOBODY : IncidentTexts.visible(host > 0 ? name.substring(0, host) : name);
    }

    /// The first of them that are named: `1004, 1011, 1019`; a dash where none is.
    public static String of(List<String> users, int most) {
        String names = users.stream()
                .limit(most)
                .map(UserWords::of)
                .filter(name -> !name.equals(NOBODY))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? NOBODY : names;
    }
}
