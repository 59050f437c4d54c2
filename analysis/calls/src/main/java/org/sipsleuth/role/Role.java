package org.sipsleuth.role;

/// What a host is.
public enum Role {
    /// Registers an account, or behaves as who does.
    PHONE("phone"),
    /// Accepts registrations.
    REGISTRAR("registrar"),
    /// Passes requests on.
    PROXY("proxy"),
    /// A session border controller, PBX or carrier: sends or answers calls for many users that it
    /// has not registered.
    TRUNK("trunk"),
    /// Asks the same targets in rounds whether they are there (OPTIONS), and is answered.
    MONITORING("monitoring"),
    /// Asks many hosts or users and belongs to none of them.
    SCANNER("scanner"),
    /// Not enough was seen.
    UNKNOWN("unknown");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /// The word for filters, files and reports.
    public String word() {
        return word;
    }
}
