package org.sipsleuth.view.sequence.state;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.session.SelectionModel;

/// The sequences whose dialogs are chosen, in this view or in another one.
public final class Chosen {

    private final SelectionModel selection;
    private final ReadOnlyObjectWrapper<Set<Integer>> keys = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyObjectWrapper<Set<Integer>> dialogs = new ReadOnlyObjectWrapper<>(Set.of());
    private Optional<SequenceRows> rows = Optional.empty();
    private Optional<SipIndex> index = Optional.empty();

    public Chosen(SelectionModel selection) {
        this.selection = selection;
        selection.selectionProperty().subscribe(this::follow);
    }

    /// The numbers of the rows ([SequenceRow#key]).
    public ReadOnlyObjectProperty<Set<Integer>> keysProperty() {
        return keys.getReadOnlyProperty();
    }

    /// The dialogs of the capture.
    public ReadOnlyObjectProperty<Set<Integer>> dialogsProperty() {
        return dialogs.getReadOnlyProperty();
    }

    /// Whether a sequence, or a dialog of a group, is chosen.
    public boolean has(Listed row) {
        return switch (row) {
            case SequenceRow sequence -> keys.get().contains(sequence.key());
            case NoveltyRow novelty -> novelty.dialogs().stream().anyMatch(dialogs.get()::contains);
        };
    }

    /// Speaks of these sequences from now on.
    public void show(Optional<SequenceRows> shown) {
        rows = shown;
        follow();
    }

    /// The selection speaks of this index, which may have grown since the sequences were scored.
    public void showIndex(Optional<SipIndex> shown) {
        index = shown;
        follow();
    }

    private void follow() {
        Set<Integer> chosen = new HashSet<>();
        Set<Integer> here = new HashSet<>();
        rows.ifPresent(there -> {
            var known = there.analysis().scored().sequences();
            int size = there.index().dialogs().size();
            for (int dialog : selection.get().dialogs()) {
                if (dialog < size && isSame(there.index(), dialog)) {
                    chosen.add(SequenceRow.key(known.ofDialog(dialog), there.analysis().mark(dialog)));
                    here.add(dialog);
                }
            }
        });
        if (!chosen.equals(keys.get())) {
            keys.set(Set.copyOf(chosen));
        }
        if (!here.equals(dialogs.get())) {
            dialogs.set(Set.copyOf(here));
        }
    }

    /// Chooses the dialogs of sequences, or of groups, everywhere.
    ///
    /// @param more whether what is chosen already stays so
    public void choose(Collection<? extends Listed> chosen, boolean more) {
        chooseDialogs(chosen.stream().flatMap(row -> row.dialogs().stream()).toList(), more);
    }

    /// Chooses dialogs everywhere.
    public void chooseDialogs(List<Integer> chosen, boolean more) {
        Set<Integer> dialogs = new LinkedHashSet<>();
        if (more) {
            dialogs.addAll(selection.get().dialogs());
        }
        rows.ifPresent(there -> chosen.stream().filter(dialog -> isSame(there.index(), dialog)).forEach(dialogs::add));
        selection.set(selection.get().withDialogs(List.copyOf(dialogs)));
    }

    /// Whether a number means the same dialog in the index that was scored and in the one that is
    /// shown: a live capture may have given up its oldest file meanwhile.
    private boolean isSame(SipIndex scored, int dialog) {
        SipIndex shown = index.orElse(scored);
        return shown.equals(scored) || (dialog < shown.dialogs().size()
                && shown.dialogs().callId(dialog).equals(scored.dialogs().callId(dialog)));
    }
}
