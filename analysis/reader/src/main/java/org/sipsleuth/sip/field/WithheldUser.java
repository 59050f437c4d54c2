package org.sipsleuth.sip.field;

import java.util.Locale;
import java.util.Set;

/// The user parts of addresses by which a caller withholds the number: `anonymous` (RFC 3323
/// §4.1.1.3), and what gateways write instead, in several languages.
public final class WithheldUser {

    private static final Set<String> NAMES = Set.of("anonymous", "unknown", "restricted", "unavailable", "private",
            "withheld", "anon", "anonym", "unbekannt", "unterdr\u00fcckt", "unterdrueckt", "anonyme", "inconnu",
            "anonimo", "an\u00f3nimo", "privado", "anoniem");

    private WithheldUser() {}

    /// Whether a user part, unescaped, stands for a withheld number, in upper or lower case.
    public static boolean matches(String user) {
        return NAMES.contains(user.toLowerCase(Locale.ROOT));
    }
}
