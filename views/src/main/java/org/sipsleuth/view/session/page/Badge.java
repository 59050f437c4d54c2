package org.sipsleuth.view.session.page;

import java.util.Locale;

/// The count at a page's icon in the rail: that with which the heading of the page begins.
public final class Badge {

    private Badge() {}

    /// The text of a count, as headings write it: `1,369`; empty for none.
    public static String of(long count) {
        return count == 0 ? "" : String.format(Locale.ENGLISH, "%,d", count);
    }
}
