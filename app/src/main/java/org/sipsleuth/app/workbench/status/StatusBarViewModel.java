package org.sipsleuth.app.workbench.status;

import static org.sipsleuth.view.ui.Texts.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.sipsleuth.app.workbench.loading.CaptureNames;
import org.sipsleuth.app.workbench.loading.KeyLogs;
import org.sipsleuth.app.workbench.status.Chip.Part;
import org.sipsleuth.capture.Damage;
import org.sipsleuth.capture.UnreadFrames;
import org.sipsleuth.capture.UnreadFrames.Loss;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.order.CaptureTimeline;
import org.sipsleuth.text.FileName;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.filter.FilterModel;
import org.sipsleuth.view.session.filter.Filtered;
import org.sipsleuth.view.ui.UtcTime;

/// What the status bar says.
final class StatusBarViewModel {

    private final SelectionModel selection;
    private final FilterModel filter;
    private final ReadOnlyStringWrapper counts = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notRead = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notReadDetails = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper losing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper files = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper damage = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper damageDetails = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper keyLog = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper keyLogDetails = new ReadOnlyStringWrapper("");
    private boolean namesDates;
    private final ObservableList<Chip> chips = FXCollections.observableArrayList();

    StatusBarViewModel(SelectionModel selection, FilterModel filter) {
        this.selection = selection;
        this.filter = filter;
        selection.selectionProperty().subscribe(_ -> updateChips());
        filter.filteredProperty().subscribe(_ -> updateChips());
    }

    private void updateChips() {
        List<Chip> all = new ArrayList<>();
        filter.filteredProperty().get().ifPresent(left -> all.add(chipOf(left)));
        all.addAll(chipsOf(selection.get()));
        if (!all.equals(chips)) { // new buttons for the same words cost time
            chips.setAll(all);
        }
    }

    private static Chip chipOf(Filtered left) {
        String words = left.onlyMessages()
                ? text("workbench.filter.chip.messages", left.found().size(), left.index().messages().size())
                : text("workbench.filter.chip", left.found().dialogCount(), left.index().dialogs().size());
        return new Chip(Part.FILTER, words);
    }

    /// How many messages and dialogs there are.
    ReadOnlyStringProperty countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /// How many frames may hold SIP that was not read; if none may, how many gave no message;
    /// empty if all did.
    ReadOnlyStringProperty notReadProperty() {
        return notRead.getReadOnlyProperty();
    }

    /// What that means.
    ReadOnlyStringProperty notReadDetailsProperty() {
        return notReadDetails.getReadOnlyProperty();
    }

    /// Whether frames may hold SIP that was not read.
    ReadOnlyBooleanProperty losingProperty() {
        return losing.getReadOnlyProperty();
    }

    /// How many gaps there are between files, and how many frames several of them hold; empty if
    /// there is nothing of the kind.
    ReadOnlyStringProperty filesProperty() {
        return files.getReadOnlyProperty();
    }

    /// Which file is damaged; empty if none is.
    ReadOnlyStringProperty damageProperty() {
        return damage.getReadOnlyProperty();
    }

    /// The damage of each file, a line each.
    ReadOnlyStringProperty damageDetailsProperty() {
        return damageDetails.getReadOnlyProperty();
    }

    /// How many secrets of key logs the captures were read with; empty if there is no key log.
    ReadOnlyStringProperty keyLogProperty() {
        return keyLog.getReadOnlyProperty();
    }

    /// The names of the key logs, a line each.
    ReadOnlyStringProperty keyLogDetailsProperty() {
        return keyLogDetails.getReadOnlyProperty();
    }

    /// The parts of the selection in words.
    ObservableList<Chip> chips() {
        return chips;
    }

    /// Drops a part of the selection, or the filter.
    void drop(Part part) {
        if (part == Part.FILTER) {
            filter.drop();
        }
        selection.set(part.dropFrom(selection.get()));
    }

    /// Speaks of an index.
    void show(SipIndex index) {
        namesDates = UtcTime.spansDays(index);
        updateChips();
        counts.set(text("workbench.status.counts", index.messages().size(), index.dialogs().size()));
        showUnread(index.files().stream().flatMap(file -> file.unread().stream()).toList());
        files.set(files(index.files()));
        List<CaptureSummary> damaged = index.files().stream().filter(file -> file.damage().isPresent()).toList();
        boolean onlyLimits = damaged.stream().allMatch(file -> file.damage().filter(Damage::isLimit).isPresent());
        String chip = onlyLimits ? "workbench.status.stopped" : "workbench.status.damaged";
        damage.set(damaged.isEmpty() ? "" : text(chip, damaged.size()));
        damageDetails.set(CaptureNames.few(damaged.stream().map(StatusBarViewModel::describe).toList()));
    }

    private void showUnread(List<UnreadFrames> unread) {
        long silent = unread.stream().mapToLong(UnreadFrames::frames).sum();
        long lost = unread.stream().filter(frames -> frames.loss() != Loss.NONE).mapToLong(UnreadFrames::frames).sum();
        boolean keysOpen = unread.stream().anyMatch(frames -> frames.loss() == Loss.FOR_WANT_OF_KEYS);
        losing.set(lost > 0);
        notRead.set(silent == 0 ? ""
                : text(lost > 0 ? "workbench.status.not.read" : "workbench.status.no.message",
                        lost > 0 ? lost : silent));
        notReadDetails.set(text("workbench.status.not.read.tip", lost, silent - lost)
                + (keysOpen ? "\n" + text("keys.none") : ""));
    }

    /// Speaks of nothing.
    void showNothing() {
        counts.set("");
        notRead.set("");
        notReadDetails.set("");
        losing.set(false);
        files.set("");
        damage.set("");
        damageDetails.set("");
    }

    /// Speaks of the key logs of an investigation.
    void showKeyLogs(Optional<KeyLogs> keyLogs) {
        Optional<KeyLogs> some = keyLogs.filter(logs -> !logs.files().isEmpty());
        keyLog.set(some.map(logs -> text("workbench.key.log", logs.secrets())).orElse(""));
        keyLogDetails.set(some.stream()
                .flatMap(logs -> logs.files().stream())
                .map(Path::toString)
                .collect(Collectors.joining("\n")));
    }

    private static String files(List<CaptureSummary> shown) {
        long gaps = CaptureTimeline.of(shown).gaps();
        long repeated = shown.stream().mapToLong(CaptureSummary::repeatedFrames).sum();
        List<String> words = new ArrayList<>();
        if (gaps > 0) {
            words.add(text("workbench.status.holes", gaps));
        }
        if (repeated > 0) {
            words.add(text("workbench.status.repeated", repeated));
        }
        return String.join(", ", words);
    }

    private static String describe(CaptureSummary file) {
        return file.damage()
                .map(d -> text("workbench.damage", FileName.last(file.path()), d.offset(), d.what()))
                .orElse("");
    }

    private List<Chip> chipsOf(Selection chosen) {
        List<Chip> found = new ArrayList<>();
        chosen.time()
                .ifPresent(range -> found.add(new Chip(Part.TIME,
                        text("workbench.chip.time",
                                namesDates ? UtcTime.dateAndClock(range.fromNanos()) : UtcTime.clock(range.fromNanos()),
                                namesDates ? UtcTime.dateAndClock(range.toNanos()) : UtcTime.clock(range.toNanos())))));
        if (!chosen.dialogs().isEmpty()) {
            found.add(new Chip(Part.DIALOGS, text("workbench.chip.dialogs", chosen.dialogs().size())));
        }
        if (!chosen.messages().isEmpty()) {
            found.add(new Chip(Part.MESSAGES, text("workbench.chip.messages", chosen.messages().size())));
        }
        return found;
    }
}
