package org.sipsleuth.app.command.seeded;

import org.sipsleuth.report.rows.Listing;

/// Seeded: asks a listing for a row, which may throw.
public final class ReadsRow {

    private ReadsRow() {}

    static String[] first(Listing listing) {
        return listing.row(0);
    }
}
