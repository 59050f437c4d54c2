package org.sipsleuth.view.dialogs.table.query;

import java.util.BitSet;
import java.util.Optional;

/// Which groups of the list show their dialogs. Those that are open stay so when the list is found
/// again, as far as they are still there.
public final class OpenGroups {

    private Found found = new Found(IntRows.NONE, Optional.empty());
    private BitSet open = new BitSet();

    /// Nothing.
    public OpenGroups() {}

    /// All dialogs, in order.
    public IntRows dialogs() {
        return found.rows();
    }

    /// The groups that the dialogs are in, if they are.
    public Optional<RowGroups> groups() {
        return found.groups();
    }

    /// What the list shows: dialogs, or groups with the dialogs of those that are open.
    public IntRows rows() {
        return found.groups().map(groups -> groups.rows(open)).orElse(found.rows());
    }

    /// Whether a group shows its dialogs.
    public boolean isOpen(int group) {
        return open.get(group);
    }

    /// Shows nothing.
    public void clear() {
        show(new Found(IntRows.NONE, Optional.empty()));
    }

    /// Shows another answer.
    public void show(Found now) {
        BitSet members = new BitSet();
        boolean isSame = now.groups().map(RowGroups::column).equals(found.groups().map(RowGroups::column));
        if (isSame) {
            found.groups().ifPresent(before -> open.stream().forEach(g -> members.set(before.member(g))));
        }
        found = now;
        open = members.isEmpty() ? new BitSet()
                : now.groups().map(groups -> groups.groupsWith(members)).orElseGet(BitSet::new);
    }

    /// Opens a group, or closes it.
    public void open(int group, boolean isOpen) {
        open.set(group, isOpen);
    }

    /// Opens all groups, or closes them.
    public void openAll(boolean isOpen) {
        open.clear();
        found.groups().ifPresent(groups -> open.set(0, groups.size(), isOpen));
    }
}
