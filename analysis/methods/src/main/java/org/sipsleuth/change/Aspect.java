package org.sipsleuth.change;

import java.util.Locale;

/// By what dialogs are compared.
public enum Aspect {
    /// Message types of each transaction in order, on the hop where it began, and whom it asks.
    SEQUENCES,
    /// User part of From, of the first request.
    USERS,
    /// User-Agent, or Server, or else how requests are written.
    DEVICES,
    /// Where calls lead: country and kind of the number, or the dialled user.
    DESTINATIONS,
    /// Status code of the final response.
    ANSWERS,
    /// Order of header fields of the first request.
    GRAMMAR;

    /// Its name in files: `sequences`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
