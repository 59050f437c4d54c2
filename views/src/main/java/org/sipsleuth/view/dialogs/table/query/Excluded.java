package org.sipsleuth.view.dialogs.table.query;

import java.util.List;

/// Chosen dialogs that are not in the list, and why.
///
/// @param dialogs how many
/// @param chosen how many are chosen
/// @param byFilter whether the window's filter excludes any
/// @param byTime whether the chosen time excludes any
/// @param bySearch whether the search of the list excludes any
public record Excluded(int dialogs, int chosen, boolean byFilter, boolean byTime, boolean bySearch) {

    /// All chosen dialogs are in the list.
    public static final Excluded NONE = new Excluded(0, 0, false, false, false);

    /// Those of the chosen dialogs that an answer does not contain.
    ///
    /// @param answer all dialogs that were found, also those in closed groups
    public static Excluded of(List<Integer> chosen, IntRows answer, RowQuery query) {
        int known = query.listed().index().dialogs().size();
        int dialogs = 0;
        boolean byFilter = false;
        boolean byTime = false;
        boolean bySearch = false;
        for (int dialog : chosen) {
            if (dialog < known && answer.rowOf(dialog) < 0) {
                dialogs++;
                boolean fits = query.fits(dialog);
                boolean overlaps = query.overlaps(dialog);
                byFilter |= !fits;
                byTime |= !overlaps;
                bySearch |= fits && overlaps;
            }
        }
        return dialogs == 0 ? NONE : new Excluded(dialogs, chosen.size(), byFilter, byTime, bySearch);
    }
}
